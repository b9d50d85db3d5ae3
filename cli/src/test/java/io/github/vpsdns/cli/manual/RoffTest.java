// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoffTest {
    @Test
    void takesCharactersThatMeanSomethingToRoffAsTheyAre() {
        assertThat(Roff.text("a\\b -c 'd' `e` \"f\" ~g ^h"))
                .isEqualTo("a\\eb \\-c \\(aqd\\(aq \\(gae\\(ga \\(dqf\\(dq \\(tig \\(hah");
    }

    @Test
    void writesWhatIsNotAsciiByItsNumber() {
        assertThat(Roff.text("…ü😀")).isEqualTo("\\[u2026]\\[u00FC]\\[u1F600]");
    }

    @Test
    void doesNotTakeALineThatBeginsWithAFullStopForARequest() {
        assertThat(page().verbatim(List.of(". ./sandbox.env")).page()).contains("\n\\&. ./sandbox.env\n");
    }

    @Test
    void beginsNoParagraphRightBelowAHeading() {
        assertThat(page().section("NAME").paragraph("one").paragraph("two").page())
                .endsWith(".SH \"NAME\"\none\n.PP\ntwo\n");
    }

    private static Roff page() {
        return new Roff("name", 1, "2026-11-21", "source");
    }
}
