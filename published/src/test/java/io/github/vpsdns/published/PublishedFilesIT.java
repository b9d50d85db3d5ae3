// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** What Maven Central wants of an artifact, and what somebody needs who has nothing but the artifact. */
final class PublishedFilesIT {
    private static final List<String> WANTED_BY_CENTRAL = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url",
            "issueManagement/url");

    static List<String> published() {
        return Stream.concat(Repository.LIBRARIES.stream(), Stream.of(Repository.BOM))
                .toList();
    }

    @Test
    void nothingElseIsPublished() {
        assertThat(Repository.artifacts()).containsExactlyInAnyOrderElementsOf(published());
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPomSaysWhatMavenCentralAsksFor(String artifact) throws Exception {
        Document pom = pom(artifact);

        assertThat(WANTED_BY_CENTRAL)
                .allSatisfy(
                        path -> assertThat(at(pom, "/project/" + path)).as(path).isNotBlank());
        assertThat(at(pom, "/project/url")).isEqualTo("https://github.com/vpsdns/vpsdns");
        assertThat(at(pom, "/project/scm/url")).isEqualTo("https://github.com/vpsdns/vpsdns");
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPomNeedsNeitherOursNorOurBuild(String artifact) throws Exception {
        Document pom = pom(artifact);

        for (String part : List.of("parent", "build", "profiles", "properties", "repositories")) {
            assertThat(at(pom, "count(/project/" + part + ")")).as(part).isEqualTo("0");
        }
        assertThat(at(pom, "count(//scope[. = 'test'])")).isEqualTo("0");
        assertThat(at(pom, "count(/project/dependencies/dependency[not(version)])"))
                .isEqualTo("0");
        assertThat(Files.readString(Repository.pom(artifact)).replace("${project.version}", ""))
                .doesNotContain("${");
    }

    @Test
    void theBomHasOurLibrariesAndNothingElse() throws Exception {
        Document pom = pom(Repository.BOM);
        List<String> managed = Stream.iterate(1, i -> i + 1)
                .map(i -> at(pom, "/project/dependencyManagement/dependencies/dependency[" + i + "]/artifactId"))
                .takeWhile(name -> !name.isEmpty())
                .toList();

        assertThat(managed).containsExactlyElementsOf(Repository.LIBRARIES);
        assertThat(at(pom, "count(/project/dependencies/dependency)")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("io.github.vpsdns.published.PublishedFilesIT#libraries")
    void sourcesOfEveryClassAreThere(String artifact) throws IOException {
        try (ZipFile classes = new ZipFile(Repository.jar(artifact).toFile());
                ZipFile sources = new ZipFile(Repository.sources(artifact).toFile())) {
            assertThat(classes.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.endsWith(".class") && !name.contains("$"))
                            .map(name -> name.replace(".class", ".java")))
                    .allMatch(name -> sources.getEntry(name) != null);
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.vpsdns.published.PublishedFilesIT#libraries")
    void everyFileOfAJarHasTheTimeOfTheRelease(String artifact) throws IOException {
        try (ZipFile jar = new ZipFile(Repository.jar(artifact).toFile())) {
            assertThat(jar.stream().map(entry -> entry.getTimeLocal()).distinct())
                    .hasSize(1);
        }
    }

    static List<String> libraries() {
        return Repository.LIBRARIES;
    }

    private static Document pom(String artifact) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Repository.pom(artifact).toFile());
    }

    private static String at(Document pom, String path) {
        try {
            return XPathFactory.newInstance().newXPath().evaluate(path, pom).strip();
        } catch (XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }
}
