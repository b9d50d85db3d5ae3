// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The inline part of Markdown as inline roff. Used once. */
final class MarkdownText extends AbstractVisitor {
    private final StringBuilder roff = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();

    private MarkdownText() {}

    /** What is below a node, as inline roff. */
    static String roff(Node node) {
        return written(node).roff.toString().strip();
    }

    /** What is below a node, as plain text. */
    static String plain(Node node) {
        return written(node).plain.toString().strip();
    }

    private static MarkdownText written(Node node) {
        MarkdownText text = new MarkdownText();
        text.visitChildren(node);
        return text;
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral(), Roff.text(text.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral(), Roff.bold(code.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ", " ");
    }

    @Override
    public void visit(Emphasis emphasis) {
        add(plain(emphasis), Roff.italic(plain(emphasis)));
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        add(plain(emphasis), Roff.bold(plain(emphasis)));
    }

    /** Other pages of the documentation are told by their titles; what is elsewhere needs its address. */
    @Override
    public void visit(Link link) {
        visitChildren(link);
        String target = link.getDestination();
        if (target.contains("://") && !plain.toString().endsWith(target)) {
            add(" <" + target + ">", Roff.text(" <" + target + ">"));
        }
    }

    private void add(String asPlain, String asRoff) {
        plain.append(asPlain);
        roff.append(asRoff);
    }
}
