// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.documentation.Document.Piece;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    @Test
    void thereAreLinksToLookAt() {
        assertThat(Document.all()).flatMap(Document::links).hasSizeGreaterThan(100);
    }

    @Test
    void everyFileThatIsLinkedToIsThere() {
        List<String> dead = Document.all().stream()
                .flatMap(page -> page.links().stream())
                .filter(LinksTest::isInside)
                .filter(link -> !Files.exists(target(link)))
                .map(link -> link + ": there is no " + link.text())
                .toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void everyHeadingThatIsLinkedToIsThere() {
        List<String> dead = Document.all().stream()
                .flatMap(page -> page.links().stream())
                .filter(LinksTest::isInside)
                .filter(link -> link.text().contains("#") && Files.exists(target(link)))
                .filter(link -> !Document.read(target(link)).anchors().contains(anchor(link)))
                .map(link -> link + ": there is no heading for " + link.text())
                .toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void everyLinkElsewhereIsEncryptedAndWellFormed() {
        List<String> wrong = Document.all().stream()
                .flatMap(page -> page.links().stream())
                .filter(link -> !isInside(link))
                .filter(link -> !isGood(URI.create(link.text())))
                .map(link -> link + ": " + link.text())
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void namesHeadingsAsGitHubDoes() {
        Anchors anchors = new Anchors();
        List.of("Who is let in?", "`vpsdns acme` & CAA", "Use it", "Use it").forEach(anchors::add);

        assertThat(anchors.all()).containsExactly("who-is-let-in", "vpsdns-acme--caa", "use-it", "use-it-1");
    }

    private static boolean isGood(URI uri) {
        boolean mail = "mailto".equals(uri.getScheme());
        return mail || (uri.getHost() != null && ("https".equals(uri.getScheme()) || LOOPBACK.contains(uri.getHost())));
    }

    private static boolean isInside(Piece link) {
        return !link.text().matches("[a-z]+:.*");
    }

    private static Path target(Piece link) {
        String path = link.text().split("#", 2)[0];
        return path.isEmpty() ? link.file() : link.file().resolveSibling(path).normalize();
    }

    private static String anchor(Piece link) {
        return link.text().split("#", 2)[1];
    }
}
