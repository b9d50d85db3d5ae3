// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;

/** How a set of records, or anything else, stands; the worse the later. */
enum Standing {
    /** As it should be. */
    WELL("ok", "Up to date"),
    /** Nobody has spoken of it. */
    UNKNOWN("none", "Never updated"),
    /** On its way. */
    WAITING("wait", "Waiting"),
    /** Somebody should look. */
    PROBLEM("bad", "Problem");

    private final String style;
    private final String word;

    Standing(String style, String word) {
        this.style = style;
        this.word = word;
    }

    static Standing of(HostState state) {
        if (state.problem() != null) {
            return PROBLEM;
        }
        if (state.row().open() != null) {
            return WAITING;
        }
        return state.row().done() == null && state.row().known() == null ? UNKNOWN : WELL;
    }

    Standing or(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The class that gives it a colour; a word always stands beside it. */
    String style() {
        return style;
    }

    String word() {
        return word;
    }

    Html badge() {
        return Html.of("span").with("class", "badge " + style).says(word);
    }
}
