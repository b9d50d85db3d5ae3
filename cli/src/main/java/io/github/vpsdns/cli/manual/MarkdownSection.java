// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * A section of a page in {@code docs/}: what stands below a heading, until the next one that is as high.
 *
 * @param blocks its blocks, headings of lower sections among them
 */
record MarkdownSection(List<Node> blocks) {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /**
     * Finds a section.
     *
     * @throws IllegalArgumentException if there is none of that title
     */
    static MarkdownSection of(String markdown, String title) {
        List<Node> blocks = new ArrayList<>();
        int level = 0;
        for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (level > 0 && node instanceof Heading heading && heading.getLevel() <= level) {
                break;
            }
            if (level > 0) {
                blocks.add(node);
            } else if (node instanceof Heading heading
                    && MarkdownText.plain(heading).equals(title)) {
                level = heading.getLevel();
            }
        }
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no section '" + title + "' any more, of which a manual page is made");
        }
        return new MarkdownSection(blocks);
    }
}
