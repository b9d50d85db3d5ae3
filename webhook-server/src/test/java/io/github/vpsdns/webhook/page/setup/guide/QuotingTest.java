// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotingTest {
    @Test
    void leavesTheShellsQuotesForOneThatIsMeant() {
        assertThat(Quoting.shell("it's $HOME")).isEqualTo("'it'\\''s $HOME'");
    }

    @Test
    void escapesQuotesAndBackslashes() {
        assertThat(Quoting.twice("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
        assertThat(Quoting.once("a'b\\c")).isEqualTo("'a\\'b\\\\c'");
    }

    @Test
    void escapesWhatRouterOsWouldReplace() {
        assertThat(Quoting.routerOs("a?b$c")).isEqualTo("\"a\\3Fb\\$c\"");
    }
}
