// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTextTest {
    @Test
    void endsCommandsWhereAShellDoes() {
        assertThat(ShellText.commands("a b; c & d && e | f\n(g)\n"))
                .containsExactly(
                        List.of("a", "b"), List.of("c"), List.of("d"), List.of("e"), List.of("f"), List.of("g"));
    }

    @Test
    void takesQuotesAway() {
        assertThat(ShellText.commands("a 'b  $c' \"d \\\" e\" f\\ g ''"))
                .containsExactly(List.of("a", "b  $c", "d \" e", "f g", ""));
    }

    @Test
    void leavesCommentsOutAndGoesOnBehindABackslash() {
        assertThat(ShellText.commands("a \\\n  b   # c d\ne#f")).containsExactly(List.of("a", "b"), List.of("e#f"));
    }

    @Test
    void leavesRedirectionsOutAndTheTextsThatCommandsAreGiven() {
        assertThat(ShellText.commands("a > b 2>&1 < c\ncat > d <<'END'\ne f\nEND\ng"))
                .containsExactly(List.of("a"), List.of("cat"), List.of("g"));
    }

    @Test
    void findsCommandsInsideOfOthers() {
        assertThat(ShellText.commands("a=$(b c | d) e \"$(f)\" ${g} $h"))
                .containsExactly(
                        List.of("b", "c"), List.of("d"), List.of("f"), List.of("a=$()", "e", "$()", "${g}", "$h"));
    }
}
