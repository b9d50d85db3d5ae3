// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.cli.yaml.MistakesException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample that is installed says what the program does. */
final class SampleConfigurationTest {
    private static final Path SAMPLE = Path.of("src/main/dist/conf/ddns.yaml");
    private static final Path PAGE = Path.of("../docs/dynamic-addresses.md");
    private static final Pattern COMMENTED = Pattern.compile("(?m)^( *)#(?=[a-z-])");

    @TempDir
    Path directory;

    @Test
    void canBeUsedAsItIs() {
        AgentSettings agent = DdnsConfiguration.read(SAMPLE).agent();

        assertThat(agent.interval()).isEqualTo(AgentSettings.INTERVAL);
        assertThat(agent.records())
                .singleElement()
                .satisfies(record -> assertThat(record.addresses()).containsOnlyKeys(Family.values()));
    }

    @Test
    void canBeUsedWithEveryLineTakenIn() throws IOException {
        DdnsConfiguration all = DdnsConfiguration.read(taken());

        assertThat(all.agent().records()).hasSize(2);
        assertThat(all.agent().records().get(1).ipv6Host()).hasToString("::1:2:3:4");
        assertThat(all.dns().nameServers()).hasSize(2);
        assertThat(all.watchers().notices().heartbeat()).isNotNull();
        assertThat(all.watchers().notices().webhook()).isNotNull();
        assertThat(all.watchers().notices().command()).isNotEmpty();
        assertThat(all.watchers().listen()).isNotNull();
    }

    @Test
    void showsTheDefaults() throws IOException {
        DdnsConfiguration all = DdnsConfiguration.read(taken());
        DdnsConfiguration plain = DdnsConfiguration.read(SAMPLE);

        assertThat(all.agent().interval()).isEqualTo(plain.agent().interval());
        assertThat(all.agent().watch()).isEqualTo(plain.agent().watch());
        assertThat(all.agent().drift()).isEqualTo(DriftPolicy.RESTORE);
        assertThat(all.agent().verify()).isEqualTo(plain.agent().verify());
        assertThat(all.agent().withdrawOnStop()).isEqualTo(plain.agent().withdrawOnStop());
        assertThat(all.agent().parallelCalls()).isEqualTo(plain.agent().parallelCalls());
        assertThat(all.agent().records().get(0).ttl())
                .isEqualTo(plain.agent().records().get(0).ttl());
    }

    @Test
    void hasEveryKey() throws IOException {
        String sample = Files.readString(SAMPLE);

        assertThat(keys())
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(sample).containsPattern("\\b" + key + ":"));
    }

    @Test
    void everyKeyIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(keys()).allSatisfy(key -> assertThat(page).containsPattern("`([a-z0-9\\[\\].-]*\\.)?" + key + "`"));
    }

    /** All keys, as the program tells them to whoever gives one that it does not know. */
    private Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String place : new String[] {
            "%s",
            "api: {%s}",
            "dns: {%s}",
            "on-change: {%s}",
            "addresses: {%s}",
            "addresses: {ipv4: {%s}}",
            "records: [{%s}]"
        }) {
            Path file = directory.resolve("wrong.yaml");
            Files.writeString(file, String.format(place, "quite-unknown: 1"));
            MistakesException thrown =
                    catchThrowableOfType(MistakesException.class, () -> DdnsConfiguration.read(file));
            String told = thrown.lines().stream()
                    .filter(line -> line.contains("quite-unknown"))
                    .findFirst()
                    .orElseThrow();
            keys.addAll(
                    Set.of(told.substring(told.indexOf("expected one of ") + 16).split(", ")));
        }
        return keys;
    }

    private Path taken() throws IOException {
        secret("webhook", "https://hooks.example.com/x");
        secret("heartbeat", "https://hc-ping.com/x");
        String sample = COMMENTED.matcher(Files.readString(SAMPLE)).replaceAll("$1");
        String here = sample.replace("/etc/vpsdns/", directory + "/");
        return secret("ddns.yaml", here);
    }

    private Path secret(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
