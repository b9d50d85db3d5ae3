// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The file for Docker Compose: what it lets the containers do, and that what it names is there. */
final class ComposeTest {
    private static final Map<?, ?> FILE = (Map<?, ?>)
            new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                    .loadFromString(Example.of("compose.yaml").text());

    @ParameterizedTest
    @ValueSource(strings = {"agent", "server"})
    void aContainerMayDoNothingButItsWork(String name) {
        Map<?, ?> service = map(map(FILE.get("services")).get(name));

        assertThat(service.get("image")).isEqualTo("vpsdns");
        assertThat(service.get("read_only")).isEqualTo(true);
        assertThat((String) service.get("user")).matches("[1-9][0-9]+:[1-9][0-9]+");
        assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(service.containsKey("privileged")).isFalse();
        assertThat(map(service.get("healthcheck")).get("test")).isInstanceOf(List.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "server"})
    void noSecretIsInTheEnvironmentOrTheCommand(String name) {
        Map<?, ?> service = map(map(FILE.get("services")).get(name));

        assertThat(map(service.get("environment")).keySet()).hasToString("[HEALTH_PORT]");
        assertThat(service.containsKey("env_file")).isFalse();
        assertThat(service.get("command").toString()).doesNotContainIgnoringCase("token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "server"})
    void whatIsMountedIsThereAndReadOnlyOrTheContainersState(String name) {
        Map<?, ?> service = map(map(FILE.get("services")).get(name));

        for (String volume : strings(service.get("volumes"))) {
            String[] parts = volume.split(":", -1);
            if (parts[0].startsWith("./")) {
                assertThat(Example.path(parts[0])).exists();
                assertThat(parts).endsWith("ro");
            } else {
                assertThat(map(FILE.get("volumes")).containsKey(parts[0])).isTrue();
                assertThat(parts[1]).isEqualTo("/var/lib/vpsdns");
            }
        }
        for (Object secret : (List<?>) service.get("secrets")) {
            String file = (String)
                    map(map(FILE.get("secrets")).get(map(secret).get("source"))).get("file");
            // The token is the reader's to write.
            assertThat(file.equals("./secrets/token")
                            || Example.path(file).toFile().exists())
                    .as(file)
                    .isTrue();
        }
    }

    /** The agent's configuration is not there, so that all that is complained of is that. */
    @ParameterizedTest
    @ValueSource(strings = {"agent", "server"})
    void itsCommandIsUnderstood(String name) {
        List<String> command =
                new ArrayList<>(strings(map(map(FILE.get("services")).get(name)).get("command")));
        int config = command.indexOf("--config") + 1;
        assertThat(Path.of(command.get(config)).getParent()).hasToString("/etc/vpsdns");
        command.set(config, "/nonexistent/configuration.yaml");

        Run run = Run.of(command.toArray(String[]::new));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("/nonexistent/configuration.yaml").doesNotContain("there is no option");
    }

    private static Map<?, ?> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) value;
    }

    private static List<String> strings(Object value) {
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }
}
