// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a line loads, because that is what it waits for. */
class LoadedClassesIT {
    private static final String[] CERTIFICATES = {
        "io.github.vpsdns.acme.", "io.github.vpsdns.sandbox.", "org.bouncycastle.", "org.shredzone.", "org.xbill."
    };
    private static final String[] SERVER = {"io.github.vpsdns.webhook.", "org.eclipse.jetty.", "org.sqlite."};
    private static final String[] OTHER_COMMANDS = {
        "io.github.vpsdns.cli.zones.", "io.github.vpsdns.cli.acme.", "io.github.vpsdns.cli.records.RecordsAdd"
    };
    private static final String[] HEAVY = {"okhttp3.", "kotlin.", "tools.jackson.", "org.slf4j."};

    /** From this Java on {@link System#exit} logs itself, and so looks for a logger: slf4j's, whatever the line was. */
    private static final int LOGS_ITS_EXIT = 21;

    private static final String LOGGER_OF_THE_EXIT = "java.lang.System$LoggerFinder";
    private static final String[] NOTHING_BUT_THE_LOGGER = {
        "io.github.vpsdns.",
        "picocli.",
        "okhttp3.",
        "kotlin.",
        "tools.jackson.",
        "org.bouncycastle.",
        "org.eclipse.jetty."
    };

    @TempDir
    Path work;

    @Test
    void theVersionNeedsNoLibraryAtAll() throws IOException {
        List<String> loaded = loadedBy(Launched.in(work), 0, "--version");

        assertThat(loaded).anyMatch(name -> name.equals("io.github.vpsdns.cli.Main"));
        assertThat(loaded).noneMatch(name -> name.startsWith("picocli."));
        assertThat(loaded).noneMatch(name -> startsWithAny(name, CERTIFICATES));
        assertThat(loaded).noneMatch(name -> startsWithAny(name, SERVER));
        assertThat(loaded).noneMatch(name -> startsWithAny(name, HEAVY));
    }

    @Test
    void aMistakeOnTheLineNeedsNoLibraryButTheParser() throws IOException {
        List<String> loaded = beforeTheExit(loadedBy(Launched.in(work), 2, "acme", "issue", "--nonsense"));

        assertThat(loaded).noneMatch(name -> startsWithAny(name, CERTIFICATES));
        assertThat(loaded).noneMatch(name -> startsWithAny(name, HEAVY));
    }

    @Test
    void theHelpOfTheServerNeedsNoServer() throws IOException {
        List<String> loaded = beforeTheExit(loadedBy(Launched.in(work), 0, "webhook", "run", "--help"));

        assertThat(loaded).noneMatch(name -> startsWithAny(name, CERTIFICATES));
        assertThat(loaded).noneMatch(name -> startsWithAny(name, SERVER));
        assertThat(loaded).noneMatch(name -> startsWithAny(name, HEAVY));
    }

    @Test
    void recordsNeedNothingOfCertificatesSandboxOrDns() throws IOException {
        try (Sandbox sandbox =
                Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start()) {
            Launched command = Launched.in(work)
                    .with("VPS_API_URL", sandbox.apiUrl().toString())
                    .with("VPS_API_TOKEN", sandbox.token());

            List<String> loaded = loadedBy(command, 0, "records", "list");

            assertThat(loaded).anyMatch(name -> name.startsWith("okhttp3."));
            assertThat(loaded).noneMatch(name -> startsWithAny(name, CERTIFICATES));
            assertThat(loaded).noneMatch(name -> startsWithAny(name, SERVER));
            assertThat(loaded).noneMatch(name -> startsWithAny(name, OTHER_COMMANDS));
            assertThat(loaded)
                    .as("no TLS is set up where none is spoken")
                    .noneMatch("javax.net.ssl.SSLContext"::equals);
        }
    }

    private List<String> loadedBy(Launched command, int status, String... args) throws IOException {
        Path log = work.resolve("classes");
        Launched.Outcome outcome =
                command.with("VPSDNS_JAVA_OPTS", "-Xlog:class+load:file=" + log).run(args);
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(status);
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").split(" ", 2)[0])
                .toList();
    }

    /** What the line itself loads. */
    private static List<String> beforeTheExit(List<String> loaded) {
        int exit = loaded.indexOf(LOGGER_OF_THE_EXIT);
        assertThat(exit >= 0).isEqualTo(Runtime.version().feature() >= LOGS_ITS_EXIT);
        if (exit < 0) {
            return loaded;
        }
        assertThat(loaded.subList(exit, loaded.size())).noneMatch(name -> startsWithAny(name, NOTHING_BUT_THE_LOGGER));
        return loaded.subList(0, exit);
    }

    private static boolean startsWithAny(String name, String... prefixes) {
        return List.of(prefixes).stream().anyMatch(name::startsWith);
    }
}
