// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Writes a section of the documentation into a manual page. A table becomes one tagged paragraph a row, since a terminal has no room for
 * columns: its first column is the tag, columns whose head says something are told behind the text.
 */
final class MarkdownPage extends AbstractVisitor {
    private static final List<String> HEADS_OF_TEXT = List.of("", "means", "does");

    private final Roff page;
    private List<String> heads = List.of();

    private MarkdownPage(Roff page) {
        this.page = page;
    }

    static void write(MarkdownSection section, Roff page) {
        MarkdownPage visitor = new MarkdownPage(page);
        section.blocks().forEach(each -> each.accept(visitor));
    }

    @Override
    public void visit(Heading heading) {
        page.section(MarkdownText.plain(heading).toUpperCase(Locale.ROOT));
    }

    @Override
    public void visit(Paragraph paragraph) {
        page.paragraph(MarkdownText.roff(paragraph));
    }

    @Override
    public void visit(BulletList list) {
        children(list).forEach(item -> page.bullet(MarkdownText.roff(item)));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        page.verbatim(block.getLiteral().lines().toList());
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock)) {
            throw new IllegalArgumentException("a manual page cannot have a " + block + " yet");
        }
        visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableHead head) {
            heads = children(children(head).get(0)).stream()
                    .map(MarkdownText::plain)
                    .toList();
        } else if (node instanceof TableBody) {
            visitChildren(node);
        } else if (node instanceof TableRow row) {
            row(children(row));
        }
    }

    private void row(List<Node> cells) {
        List<String> said = new ArrayList<>();
        List<String> labelled = new ArrayList<>();
        for (int column = 1; column < cells.size(); column++) {
            String cell = MarkdownText.roff(cells.get(column));
            String head = heads.get(column);
            if (HEADS_OF_TEXT.contains(head)) {
                said.add(cell);
            } else if (!cell.isEmpty()) {
                labelled.add(Character.toUpperCase(head.charAt(0)) + head.substring(1) + ": " + cell);
            }
        }
        said.addAll(labelled);
        said.removeIf(String::isEmpty);
        page.tagged(
                MarkdownText.roff(cells.get(0)),
                said.stream()
                        .map(each -> each.endsWith(".") ? each : each + ".")
                        .reduce((before, next) -> before + " " + next)
                        .orElse("\\&"));
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
