// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    @Test
    void writesOneLineForEachChange() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Progress progress = new LineProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            progress.step("ordered");
            progress.item("a", "waiting");
            progress.item("a", "waiting");
            progress.item("a", "done");
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("ordered\na: waiting\na: done\n");
    }
}
