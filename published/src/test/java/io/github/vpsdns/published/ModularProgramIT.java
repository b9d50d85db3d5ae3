// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is a module itself, with everything it uses on the module path; it does the three jobs against the sandbox. */
final class ModularProgramIT {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    private Path work;

    @Test
    void compilesAndDoesTheThreeJobs() throws Exception {
        String modules = modulePath("vpsdns-|junit");
        Path classes = compile(modules, sources());

        String printed = new Program(
                        work,
                        List.of(
                                JAVA.resolve("java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=org.xerial.sqlitejdbc",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "--module-path",
                                classes + File.pathSeparator + modules,
                                "--module",
                                "com.example.modular/com.example.modular.Main",
                                work.toString()))
                .run();

        assertThat(printed.lines())
                .containsExactly(
                        "issued: example.com, *.example.com",
                        "kept: true",
                        "home.example.com: [] -> [/192.0.2.1]",
                        "followed: 1 set of records",
                        "router.example.com IPv4: [/192.0.2.7]",
                        "the router was told: good 192.0.2.7");
    }

    @Test
    void compilesWithoutWhatIsOptional() throws Exception {
        Path module = Files.writeString(
                work.resolve("module-info.java"),
                "module com.example { requires io.github.vpsdns.acme; requires io.github.vpsdns.sandbox; }");

        Path classes = compile(modulePath("vpsdns-|junit|jetty"), List.of(module.toString()));

        assertThat(classes.resolve("module-info.class")).exists();
    }

    private Path compile(String modules, List<String> sources) throws Exception {
        Path classes = work.resolve("classes");
        List<String> command = new ArrayList<>();
        command.add(JAVA.resolve("javac").toString());
        command.addAll(List.of("--release", "17", "-Xlint:all,-classfile", "-Werror"));
        command.addAll(List.of("-d", classes.toString(), "--module-path", modules));
        command.addAll(sources);
        new Program(work, command).run();
        return classes;
    }

    /** The libraries as published, and of what they bring all but what such a program does not have. */
    private static String modulePath(String without) {
        Stream<String> brought = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> path.endsWith(".jar"))
                .filter(path -> !path.matches(".*(" + without + ").*"));
        return Stream.concat(Repository.LIBRARIES.stream().map(Repository::jar).map(Path::toString), brought)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Its own sources, and those of the examples that it calls. */
    private static List<String> sources() throws IOException {
        Path examples = ROOT.resolve("examples/src/main/java/io/github/vpsdns/examples");
        Stream<Path> called = Stream.of("IssueWithAcme4j.java", "FollowAddresses.java", "ReceiveUpdates.java")
                .map(examples::resolve);
        try (Stream<Path> own = Files.walk(ROOT.resolve("published/src/test/modular"))) {
            return Stream.concat(own.filter(path -> path.toString().endsWith(".java")), called)
                    .map(Path::toString)
                    .toList();
        }
    }
}
