// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.yaml.MistakesException;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.TlsSettings;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.StorePlace.FilePlace;
import io.github.vpsdns.webhook.store.StorePlace.ServerPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample that is installed says what the program does. */
final class WebhookSampleTest {
    private static final Path SAMPLE = Path.of("src/main/dist/conf/webhook.yaml");
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWFhYWFhYWFhYQ$YmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmI";
    private static final Pattern COMMENTED = Pattern.compile("(?m)^( *)#(?=[a-z-])");
    private static final Pattern FILES = Pattern.compile("(?m)^tls: \\{.*\n");
    private static final Pattern DATABASE = Pattern.compile("(?m)^database: .*\n");
    private static final Pattern STATE = Pattern.compile("(?m)^state: .*\n");

    @TempDir
    Path directory;

    @Test
    void cannotBeUsedBeforeItHasAPasswordOfYours() throws IOException {
        Path file = secret("webhook.yaml", Files.readString(SAMPLE));

        MistakesException thrown = catchThrowableOfType(MistakesException.class, () -> read(file));

        assertThat(thrown.lines()).singleElement().asString().contains("users[0].password: it is no argon2id hash");
    }

    @Test
    void canBeUsedWithAHashInIt() throws IOException {
        WebhookConfiguration plain = read(secret("webhook.yaml", hashed(Files.readString(SAMPLE))));

        assertThat(plain.server().users()).hasSize(1);
        assertThat(plain.server().updates()).isEqualTo(UpdateSettings.DEFAULT);
    }

    @Test
    void canBeUsedWithEveryLineTakenIn() throws IOException {
        WebhookConfiguration all = read(taken(STATE, FILES));

        assertThat(all.server().tls()).isInstanceOf(TlsSettings.Acme.class);
        assertThat(all.store()).isInstanceOf(ServerPlace.class);
        assertThat(all.server().users().get(0).hosts()).hasSize(3);
        assertThat(all.server().users().get(0).challenges()).hasSize(1);
        assertThat(all.server().users().get(0).networks()).hasSize(2);
        assertThat(all.server().broker().domain()).isNotNull();
        assertThat(all.server().admin()).isNotNull();
        assertThat(all.notices().webhook()).isNotNull();
        assertThat(all.notices().command()).isNotEmpty();
        assertThat(all.notices().heartbeat()).isNotNull();
        assertThat(all.dns().nameServers()).hasSize(2);
        assertThat(all.api().timeout()).isEqualTo(Duration.ofSeconds(12));
        assertThat(all.audit()).isNotNull();
    }

    @Test
    void showsTheDefaults() throws IOException {
        WebhookSettings all = read(taken(DATABASE, FILES)).server();
        WebhookSettings plain =
                read(secret("plain.yaml", hashed(Files.readString(SAMPLE)))).server();

        assertThat(all.listen()).isEqualTo(plain.listen());
        assertThat(all.updates()).isEqualTo(plain.updates());
        assertThat(all.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(all.addresses().replace()).isEqualTo(plain.addresses().replace());
        assertThat(all.broker().expire()).isEqualTo(plain.broker().expire());
        assertThat(all.broker().registration()).isEqualTo(plain.broker().registration());
        assertThat(read(taken(DATABASE, FILES)).store()).isInstanceOf(FilePlace.class);
    }

    @Test
    void hasEveryKey() throws IOException {
        String sample = Files.readString(SAMPLE);

        assertThat(keys())
                .hasSizeGreaterThan(50)
                .allSatisfy(key -> assertThat(sample).containsPattern("\\b" + key + ":"));
    }

    /** All keys, as the program tells them to whoever gives one that it does not know. */
    private Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String place : List.of(
                "%s",
                "api: {%s}",
                "dns: {%s}",
                "on-change: {%s}",
                "tls: {%s}",
                "tls: {acme: {%s}}",
                "limits: {%s}",
                "acme-dns: {%s}",
                "admin: {%s}",
                "database: {%s}",
                "users: [{%s}]",
                "users: [{hosts: [{%s}]}]")) {
            Path file = secret("wrong.yaml", String.format(place, "quite-unknown: 1"));
            MistakesException thrown = catchThrowableOfType(MistakesException.class, () -> read(file));
            String told = thrown.lines().stream()
                    .filter(line -> line.contains("quite-unknown"))
                    .findFirst()
                    .orElseThrow();
            keys.addAll(
                    Set.of(told.substring(told.indexOf("expected one of ") + 16).split(", ", -1)));
        }
        return keys;
    }

    /** The sample with every line, but for those of two that exclude each other. */
    private Path taken(Pattern... without) throws IOException {
        for (String name : List.of("webhook", "heartbeat", "database")) {
            secret(name, "https://hc-ping.com/x");
        }
        secret("ca.pem", "");
        String sample = COMMENTED.matcher(hashed(Files.readString(SAMPLE))).replaceAll("$1");
        String all = Stream.of(without)
                .reduce(sample, (text, line) -> line.matcher(text).replaceAll(""), (one, other) -> other);
        return secret("webhook.yaml", all.replace("/etc/vpsdns/", directory + "/"));
    }

    private static String hashed(String sample) {
        return sample.replace("$argon2id$v=19$...", HASH);
    }

    private static WebhookConfiguration read(Path file) {
        return WebhookConfiguration.read(file, new Host(Map.of(), "root", Path.of("/root"), Timekeeper.system()));
    }

    private Path secret(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
