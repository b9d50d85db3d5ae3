// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import java.util.List;

/**
 * A table that becomes a list of cards where the window is narrow. The roles are said outright, since the style that does this takes
 * them away otherwise.
 */
final class Table {
    private final List<String> columns;
    private final Html table;
    private final Html body = Html.of("tbody").with("role", "rowgroup");

    Table(String caption, String... columns) {
        this.columns = List.of(columns);
        Html head = Html.of("tr").with("role", "row");
        for (String column : columns) {
            head.has(Html.of("th")
                    .with("scope", "col")
                    .with("role", "columnheader")
                    .says(column));
        }
        table = Html.of("table")
                .with("role", "table")
                .has(
                        Html.of("caption").says(caption),
                        Html.of("thead").with("role", "rowgroup").has(head));
    }

    /** The first cell is the row's header. */
    void row(Html... cells) {
        Html row = Html.of("tr").with("role", "row");
        for (int i = 0; i < cells.length; i++) {
            Html cell = i == 0
                    ? Html.of("th").with("scope", "row").with("role", "rowheader")
                    : Html.of("td").with("role", "cell");
            row.has(cell.with("data-label", columns.get(i)).has(cells[i]));
        }
        body.has(row);
    }

    Html html() {
        return Html.of("div").with("class", "card table").has(table.has(body));
    }
}
