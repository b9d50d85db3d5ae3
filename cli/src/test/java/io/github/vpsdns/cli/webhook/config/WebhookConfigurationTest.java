// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.cli.config.ApiPart;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.BrokerSettings.Registration;
import io.github.vpsdns.webhook.settings.DriftPolicy;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import io.github.vpsdns.webhook.settings.TlsSettings;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.StorePlace.FilePlace;
import io.github.vpsdns.webhook.store.StorePlace.ServerPlace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebhookConfigurationTest {
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWFhYWFhYWFhYQ$YmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmI";
    private static final String BOX = "users: [{name: box, password: '" + HASH + "', hosts: home.example.com}]\n";

    @TempDir
    Path directory;

    @Test
    void hasTheDefaultsWhereNothingIsSaid() throws IOException {
        WebhookConfiguration read = read(BOX);
        WebhookSettings server = read.server();

        assertThat(server.listen()).containsExactly(new ListenAddress(new InetSocketAddress(8245), Speaks.BOTH));
        assertThat(server.tls()).isNull();
        assertThat(server.trustedProxies()).isEmpty();
        assertThat(server.addresses()).isEqualTo(AddressPolicy.REPLACE);
        assertThat(server.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(server.updates()).isEqualTo(UpdateSettings.DEFAULT);
        assertThat(server.broker()).isEqualTo(BrokerSettings.DEFAULT);
        assertThat(server.admin()).isNull();
        assertThat(read.store()).isEqualTo(new FilePlace(Path.of("/var/lib/vpsdns/webhook.db")));
        assertThat(read.api()).isEqualTo(new ApiPart(null, null, null));
        assertThat(read.notices().command()).isEmpty();
        assertThat(read.audit()).isNull();
    }

    @Test
    void readsAllThatCanBeSaidOfUpdates() throws IOException {
        WebhookSettings server = read("""
                trusted-proxies: [10.0.0.0/8, "2001:db8::1"]
                ttl: 120
                patience: 5s
                recheck: 30m
                on-drift: leave
                parallel: 2
                private-addresses: refuse
                allow: [private, ula]
                limits: { account-failures: 3, address-failures: 30, lockout: 1h, user-requests: 10, name-changes: 5 }
                """ + BOX).server();

        assertThat(server.trustedProxies()).containsExactly(Network.of("10.0.0.0/8"), Network.of("2001:db8::1/128"));
        assertThat(server.updates())
                .isEqualTo(new UpdateSettings(
                        Ttl.of(120), Duration.ofSeconds(5), Duration.ofMinutes(30), DriftPolicy.LEAVE, 2, false));
        assertThat(server.addresses())
                .isEqualTo(new AddressPolicy(false, Set.of(AddressKind.PRIVATE, AddressKind.ULA)));
        assertThat(server.limits()).isEqualTo(new Limits(3, 30, Duration.ofHours(1), 10, 5));
    }

    @Test
    void readsWhatUsersMayDo() throws IOException {
        List<User> users = read("""
                users:
                  - name: box
                    password: "%s"
                    hosts: ["home.example.com", "*.dyn.example.com", { name: nas.example.com, ipv6-host: "::1:2:3:4" }]
                    challenges: home.example.com
                    networks: 203.0.113.0/24
                    expires: 2027-01-01
                  - name: nas 2
                    password: "%s"
                    challenges: [example.org, büro.example.net]
                    expires: 2027-01-01T12:00:00+02:00
                """.formatted(HASH, HASH)).server().users();

        assertThat(users.get(0).hosts())
                .containsExactly(
                        new HostGrant(HostPattern.of("home.example.com"), null),
                        new HostGrant(HostPattern.of("*.dyn.example.com"), null),
                        new HostGrant(HostPattern.of("nas.example.com"), HostPart.of("::1:2:3:4")));
        assertThat(users.get(0).challenges()).containsExactly(DomainName.of("home.example.com"));
        assertThat(users.get(0).networks()).containsExactly(Network.of("203.0.113.0/24"));
        assertThat(users.get(0).expires()).isEqualTo(Instant.parse("2027-01-02T00:00:00Z"));
        assertThat(users.get(0).password().encoded()).isEqualTo(HASH);
        assertThat(users.get(1).name()).isEqualTo("nas 2");
        assertThat(users.get(1).challenges())
                .containsExactly(DomainName.of("example.org"), DomainName.of("xn--bro-hoa.example.net"));
        assertThat(users.get(1).expires()).isEqualTo(Instant.parse("2027-01-01T10:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0.0.0.0:8245, 0.0.0.0, 8245, BOTH",
        "http://0.0.0.0:80, 0.0.0.0, 80, PLAIN",
        "'http://[::1]:0', ::1, 0, PLAIN",
        "8245, 127.0.0.1, 8245, BOTH"
    })
    void listensAsItIsTold(String written, String address, int port, Speaks speaks) throws IOException {
        assertThat(read("listen: \"" + written + "\"\n" + BOX).server().listen())
                .containsExactly(new ListenAddress(new InetSocketAddress(address, port), speaks));
    }

    @Test
    void speaksTlsAloneWhereItHasACertificate() throws IOException {
        Files.writeString(directory.resolve("c.pem"), "");
        Files.writeString(directory.resolve("k.pem"), "");

        WebhookSettings server = read("""
                listen: ["https://127.0.0.1:8443", 8245]
                tls: { certificate: c.pem, key: k.pem }
                """ + BOX).server();

        assertThat(server.tls())
                .isEqualTo(new TlsSettings.Files(directory.resolve("c.pem"), directory.resolve("k.pem")));
        assertThat(server.listen()).extracting(ListenAddress::speaks).containsExactly(Speaks.TLS, Speaks.BOTH);
    }

    @Test
    void keepsItsOwnCertificateBesideTheDatabase() throws IOException {
        WebhookSettings server = read("""
                tls: { acme: { names: [dyn.example.com], agree-tos: true } }
                state: kept/webhook.db
                """ + BOX).server();

        assertThat(server.tls())
                .isEqualTo(new TlsSettings.Acme(
                        List.of(DomainName.of("dyn.example.com")),
                        null,
                        AcmeServer.of("letsencrypt", null),
                        directory.resolve("kept/webhook-acme")));
    }

    @Test
    void takesItsCertificateFromTheCaThatIsNamed() throws IOException {
        Files.writeString(directory.resolve("ca.pem"), "");

        WebhookSettings server = read("""
                tls:
                  acme:
                    names: [dyn.example.com, "*.dyn.example.com"]
                    email: me@example.com
                    agree-tos: true
                    server: "https://127.0.0.1:14000/dir"
                    server-ca: ca.pem
                    directory: acme
                """ + BOX).server();

        assertThat(server.tls())
                .isEqualTo(new TlsSettings.Acme(
                        List.of(DomainName.of("dyn.example.com"), DomainName.of("*.dyn.example.com")),
                        "me@example.com",
                        AcmeServer.of("https://127.0.0.1:14000/dir", directory.resolve("ca.pem")),
                        directory.resolve("acme")));
    }

    @Test
    void readsHowChallengesBecomeRecords() throws IOException {
        assertThat(read("challenge-expiry: 1h\nacme-dns: { domain: auth.example.com, register: users }\n" + BOX)
                        .server()
                        .broker())
                .isEqualTo(new BrokerSettings(
                        Ttl.of(60), Duration.ofHours(1), DomainName.of("auth.example.com"), Registration.USERS));
    }

    @Test
    void readsWhereThePageIs() throws IOException {
        AdminSettings admin = read("admin: { listen: 9300, password: '" + HASH
                        + "', url: 'https://dyn.example.com/' }\n" + BOX)
                .server()
                .admin();

        assertThat(admin).isNotNull();
        assertThat(admin.listen()).isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9300));
        assertThat(admin.publicUrl()).isEqualTo("https://dyn.example.com");
    }

    @Test
    void thePageIsOnThisMachineOnlyUnlessToldOtherwise() throws IOException {
        AdminSettings admin =
                read("admin: { password: '" + HASH + "' }\n" + BOX).server().admin();

        assertThat(admin).isNotNull();
        assertThat(admin.listen()).isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9246));
    }

    @Test
    void aDatabaseServerTakesItsPasswordFromAFile() throws IOException {
        Path password = Files.writeString(directory.resolve("db-password"), "s3cret\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));

        WebhookConfiguration read = read("""
                database: { url: "postgresql://db.example.com:5433/dns?sslmode=require", user: me, password-file: db-password }
                """ + BOX);

        assertThat(read.store())
                .isEqualTo(
                        new ServerPlace("jdbc:postgresql://db.example.com:5433/dns?sslmode=require", "me", password));
        assertThat(read).asString().doesNotContain("s3cret");
    }

    @Test
    void readsWhatIsAround() throws IOException {
        WebhookConfiguration read = read("""
                api: { url: "http://127.0.0.1:8080", timeout: 20s }
                dns: { nameservers: 127.0.0.1:5353 }
                on-change: { command: [/usr/local/bin/x] }
                heartbeat: https://hc-ping.com/x
                audit: log/audit.jsonl
                """ + BOX);

        assertThat(read.api()).isEqualTo(new ApiPart("http://127.0.0.1:8080", null, Duration.ofSeconds(20)));
        assertThat(read.dns().nameServers()).containsExactly("127.0.0.1:5353");
        assertThat(read.notices().command()).containsExactly("/usr/local/bin/x");
        assertThat(read.notices().heartbeat()).hasToString("https://hc-ping.com/***");
        assertThat(read.audit()).isEqualTo(directory.resolve("log/audit.jsonl"));
    }

    @Test
    void showsNoHash() throws IOException {
        assertThat(read("admin: { password: '" + HASH + "' }\n" + BOX))
                .asString()
                .doesNotContain("argon2id");
    }

    private WebhookConfiguration read(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("webhook.yaml"), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        return WebhookConfiguration.read(file, new Host(Map.of(), "root", Path.of("/root"), Timekeeper.system()));
    }
}
