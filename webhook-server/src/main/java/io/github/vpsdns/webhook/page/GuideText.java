// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Part;
import java.util.ArrayList;
import java.util.List;

/** A set-up text as HTML. */
final class GuideText {
    private final Html text = Html.several();
    private final List<Html> fields = new ArrayList<>();
    private final List<Html> hints = new ArrayList<>();

    private GuideText() {}

    static Html of(Guide guide) {
        GuideText writer = new GuideText();
        guide.parts().forEach(writer::add);
        writer.endFields();
        writer.password();
        writer.endHints();
        return writer.text;
    }

    private void add(Part part) {
        if (part instanceof Part.Hint hint) {
            hints.add(Html.of("li").says(hint.text()));
            return;
        }
        if (part instanceof Part.Field field) {
            Html value = Html.of("dd").has(Html.of("code").with("class", "type").says(field.value()));
            fields.add(Html.of("div").has(Html.of("dt").says(field.label()), value));
            return;
        }
        endFields();
        if (part instanceof Part.Step step) {
            text.has(Html.of("p").says(step.text()));
        } else if (part instanceof Part.Snippet snippet) {
            Html caption = Html.of("figcaption").says(snippet.name());
            Html lines = Html.of("pre")
                    .with("tabindex", "0")
                    .has(Html.of("code").with("class", "type").says(snippet.text()));
            text.has(Html.of("figure").has(caption, lines));
        }
    }

    private void endFields() {
        if (!fields.isEmpty()) {
            text.has(Html.of("dl").with("class", "card fields").has(fields));
            fields.clear();
        }
    }

    private void password() {
        text.has(Html.of("p")
                .with("class", "muted")
                .says("Put the user's password in place of " + Guide.PASSWORD
                        + ": the server keeps only its hash and cannot show it."));
    }

    private void endHints() {
        if (!hints.isEmpty()) {
            text.has(
                    Html.of("h3").says("Good to know"),
                    Html.of("ul").with("class", "hints").has(hints));
        }
    }
}
