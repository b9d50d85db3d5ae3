// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A page of the documentation in Markdown. */
record Document(Path file, Node root) {
    /** The directory of the whole project. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> DIRECTORIES = Set.of("docs", "examples", "packaging");
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** Something in a page. */
    record Piece(Path file, int line, String kind, String text) {
        @Override
        public String toString() {
            return PROJECT.relativize(file) + ":" + line;
        }
    }

    /** All pages: those at the top, and those in directories that are for readers. */
    static List<Document> all() {
        try (Stream<Path> top = Files.list(PROJECT)) {
            return top.flatMap(Document::files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document read(Path file) {
        try {
            return new Document(file, PARSER.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All blocks of code with what stands behind their fence. */
    List<Piece> blocks() {
        List<Piece> blocks = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                blocks.add(new Piece(file, line(block) + 1, String.valueOf(block.getInfo()), block.getLiteral()));
            }
        });
        return blocks;
    }

    /** All pieces of code inside of sentences and tables. */
    List<Piece> codes() {
        List<Piece> codes = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                codes.add(new Piece(file, line(code), "", code.getLiteral()));
            }
        });
        return codes;
    }

    /** All targets of links and images. */
    List<Piece> links() {
        List<Piece> links = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(new Piece(file, line(link), "link", link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(new Piece(file, line(image), "image", image.getDestination()));
            }
        });
        return links;
    }

    /** All names that a link to a heading of this page may have, as GitHub makes them. */
    Set<String> anchors() {
        Anchors anchors = new Anchors();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                anchors.add(PlainText.of(heading));
            }
        });
        return anchors.all();
    }

    private static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex() + 1;
    }

    private static Stream<Path> files(Path top) {
        if (Files.isRegularFile(top)) {
            return Stream.of(top);
        }
        if (!DIRECTORIES.contains(top.getFileName().toString())) {
            return Stream.empty();
        }
        try (Stream<Path> below = Files.walk(top)) {
            return below
                    .filter(Files::isRegularFile)
                    .filter(file -> !PROJECT.relativize(file).toString().contains("target/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
