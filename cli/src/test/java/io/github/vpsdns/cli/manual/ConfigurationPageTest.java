// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    @Test
    void makesATaggedParagraphOfARowAndTellsItsLabelledColumnsBehindTheText() {
        assertThat(written("""
                ## Configuration

                | key | default | means |
                |---|---|---|
                | `ttl` | 60 | how long, see [there](x.md) |
                """)).endsWith(".TP\n\\fBttl\\fR\nhow long, see there. Default: 60.\n");
    }

    @Test
    void tellsTheAddressOfWhatIsElsewhere() {
        assertThat(written("## Configuration\n\nRead [this](https://example.com/).\n"))
                .endsWith("\nRead this <https://example.com/>.\n");
    }

    @Test
    void endsWithTheSection() {
        assertThat(written("## Configuration\n\nIn.\n\n### Below\n\nIn too.\n\n## Next\n\nOut.\n"))
                .contains("In.", ".SH \"BELOW\"", "In too.")
                .doesNotContain("Out.");
    }

    @Test
    void saysThatASectionIsGone() {
        assertThatThrownBy(() -> written("## Settings\n\nIn.\n"))
                .hasMessage("there is no section 'Configuration' any more, of which a manual page is made");
    }

    private static String written(String markdown) {
        Roff page = new Roff("name", 5, "2026-11-21", "source");
        MarkdownPage.write(MarkdownSection.of(markdown, "Configuration"), page);
        return page.page();
    }
}
