// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes that leak as JUnit would, with the extension found as the build has it found. */
final class SecrecyExtensionTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void sayNothing() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void speak() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void failsAClassThatPrintsASecret() {
        assertThat(failures(Prints.class)).singleElement().asString().contains("a test's secret in: it is s3cret");
    }

    @Test
    void failsAClassWhoseSecretHasNoEndOfLine() {
        assertThat(failures(Complains.class)).singleElement().asString().contains("an API token in: {vps_");
    }

    @Test
    void passesAClassThatTellsNothing() {
        assertThat(failures(Silent.class)).isEmpty();
    }

    @Test
    void countsASecretOnce() {
        assertThat(failures(Prints.class, Silent.class)).hasSize(1);
    }

    private static List<Throwable> failures(Class<?>... classes) {
        EngineTestKit.Builder run = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter(
                        "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$ClassName");
        for (Class<?> each : classes) {
            run.selectors(selectClass(each));
        }
        return run.execute().allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable())
                .flatMap(Optional::stream)
                .toList();
    }

    static final class Prints {
        @Test
        void leaks() {
            System.out.println("it is s3cret");
        }
    }

    static final class Complains {
        @Test
        void leaks() {
            System.err.print("{vps_0123456789abcdef0123");
        }
    }

    static final class Silent {
        @Test
        void says() {
            System.out.println("all is well");
        }
    }
}
