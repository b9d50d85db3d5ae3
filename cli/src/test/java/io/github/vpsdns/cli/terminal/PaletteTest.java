// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void coloursATerminal() {
        assertThat(Palette.of(host(Map.of()), true, true).bad("x")).isEqualTo("\u001b[31mx\u001b[0m");
    }

    @Test
    void leavesPipesPlain() {
        assertThat(Palette.of(host(Map.of()), false, true).bad("x")).isEqualTo("x");
    }

    @Test
    void obeysTheOption() {
        assertThat(Palette.of(host(Map.of()), true, false)).isEqualTo(Palette.PLAIN);
    }

    @Test
    void obeysNoColorWhateverItsValue() {
        assertThat(Palette.of(host(Map.of("NO_COLOR", "0")), true, true)).isEqualTo(Palette.PLAIN);
    }

    @Test
    void takesAnEmptyNoColorForUnset() {
        assertThat(Palette.of(host(Map.of("NO_COLOR", "")), true, true)).isEqualTo(Palette.COLOURED);
    }

    @Test
    void leavesADumbTerminalPlain() {
        assertThat(Palette.of(host(Map.of("TERM", "dumb")), true, true)).isEqualTo(Palette.PLAIN);
    }

    private static Host host(Map<String, String> environment) {
        return new Host(environment, "someone", Path.of("/nonexistent"), Timekeeper.system());
    }
}
