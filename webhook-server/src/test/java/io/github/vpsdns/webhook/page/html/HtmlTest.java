// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @Test
    void escapesTexts() {
        assertThat(Html.of("p").says("<script>alert(\"1\" & '2')</script>"))
                .hasToString("<p>&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</p>");
    }

    @Test
    void escapesValuesOfAttributes() {
        assertThat(Html.of("a").with("title", "\" onclick=\"x"))
                .hasToString("<a title=\"&quot; onclick=&quot;x\"></a>");
    }

    @Test
    void nestsElements() {
        assertThat(Html.of("ul")
                        .has(Html.of("li").says("a"), Html.several().says("b").has(Html.of("br"))))
                .hasToString("<ul><li>a</li>b<br></ul>");
    }

    @Test
    void writesAttributesWithoutValue() {
        assertThat(Html.of("input").with("required")).hasToString("<input required>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\u007f", "\u009b", "\u202e", "\u2066", "\ud800"})
    void replacesWhatWouldGarbleThePage(String text) {
        assertThat(Html.of("p").says("a" + text + "b")).hasToString("<p>a\ufffdb</p>");
    }

    @Test
    void keepsOtherScripts() {
        assertThat(Html.of("p").says("Zürich 東京 🏠\n")).hasToString("<p>Zürich 東京 🏠\n</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style"})
    void refusesElementsThatThePolicyForbids(String tag) {
        assertThatThrownBy(() -> Html.of(tag)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"style", "onclick", "OnLoad"})
    void refusesAttributesThatThePolicyForbids(String name) {
        assertThatThrownBy(() -> Html.of("p").with(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
