// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.config.ApiPart;
import io.github.vpsdns.cli.config.DnsPart;
import io.github.vpsdns.cli.config.Notices;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.github.vpsdns.ddns.settings.RecordRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DdnsConfigurationTest {
    @TempDir
    Path directory;

    @Test
    void takesDefaultsForWhatIsNotSaid() throws IOException {
        DdnsConfiguration read = read("{addresses: {ipv4: interface}, records: [home.example.com]}");

        Map<Family, AddressRule> addresses = Map.of(Family.IPV4, AddressRule.of(SourceSpec.of("interface")));
        RecordRule home = new RecordRule(DomainName.of("home.example.com"), addresses, null, 64, Ttl.of(60));
        assertThat(read)
                .isEqualTo(new DdnsConfiguration(
                        AgentSettings.of(List.of(home)),
                        addresses,
                        new ApiPart(null, null, null),
                        new DnsPart(null, List.of()),
                        null,
                        new Watchers(null, new Notices(null, List.of(), null))));
    }

    @Test
    void readsEveryKeyOfTheAgentItself() throws IOException {
        AgentSettings agent = read("""
                        interval: 10m
                        watch: 500ms
                        ttl: 120
                        verify: false
                        on-drift: report
                        on-stop: withdraw
                        parallel: 3
                        addresses:
                          ipv4:
                            sources: ["https://ip.example.com/", "dns:cloudflare", upnp]
                            agree: 2
                            confirm: 3
                            allow: [cgnat, private]
                          ipv6:
                            sources: interface:eth0
                            all: true
                        records:
                          - name: home.example.com
                          - name: nas.example.com
                            families: [ipv6]
                            ipv6-host: ::1:2:3:4
                            prefix-length: 56
                            ttl: 300
                          - name: own.example.com
                            families: ipv4
                            addresses: { ipv4: static:192.0.2.7 }
                        """).agent();

        AddressRule four = new AddressRule(
                List.of(
                        SourceSpec.of("https://ip.example.com/"),
                        SourceSpec.of("dns:cloudflare"),
                        SourceSpec.of("upnp")),
                2,
                3,
                false,
                Set.of(AddressKind.CGNAT, AddressKind.PRIVATE));
        AddressRule six = new AddressRule(List.of(SourceSpec.of("interface:eth0")), 1, 2, true, Set.of());
        AddressRule own = AddressRule.of(SourceSpec.of("static:192.0.2.7"));
        assertThat(agent)
                .isEqualTo(new AgentSettings(
                        Duration.ofMinutes(10),
                        Duration.ofMillis(500),
                        List.of(
                                new RecordRule(
                                        DomainName.of("home.example.com"),
                                        Map.of(Family.IPV4, four, Family.IPV6, six),
                                        null,
                                        64,
                                        Ttl.of(120)),
                                new RecordRule(
                                        DomainName.of("nas.example.com"),
                                        Map.of(Family.IPV6, six),
                                        HostPart.of("::1:2:3:4"),
                                        56,
                                        Ttl.of(300)),
                                new RecordRule(
                                        DomainName.of("own.example.com"),
                                        Map.of(Family.IPV4, own),
                                        null,
                                        64,
                                        Ttl.of(120))),
                        DriftPolicy.REPORT,
                        true,
                        false,
                        3));
    }

    @Test
    void readsWhatIsAroundTheAgent() throws IOException {
        secret("hook", "https://hooks.example.com/T0KEN");
        DdnsConfiguration read = read("""
                api: { url: "http://127.0.0.1:8080", token-file: token, timeout: 1m30s }
                dns: { resolver: 192.0.2.53, nameservers: ["127.0.0.1:5353", "[2001:db8::53]:53", ns1.vps.org] }
                state: ../state/ddns.json
                listen: 9245
                on-change: { webhook-file: hook, command: [/usr/local/bin/x, "a b"] }
                heartbeat: https://hc-ping.com/uuid
                addresses: { ipv4: "file:wan" }
                records: [home.example.com]
                """);

        assertThat(read.api())
                .isEqualTo(new ApiPart("http://127.0.0.1:8080", directory.resolve("token"), Duration.ofSeconds(90)));
        assertThat(read.dns())
                .isEqualTo(new DnsPart("192.0.2.53", List.of("127.0.0.1:5353", "[2001:db8::53]:53", "ns1.vps.org")));
        assertThat(read.state()).isEqualTo(directory.resolveSibling("state").resolve("ddns.json"));
        assertThat(read.watchers().listen()).isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9245));
        assertThat(read.watchers().notices().webhook()).hasToString("https://hooks.example.com/***");
        assertThat(read.watchers().notices().command()).containsExactly("/usr/local/bin/x", "a b");
        assertThat(read.watchers().notices().heartbeat()).hasToString("https://hc-ping.com/***");
        assertThat(read.addresses().get(Family.IPV4).sources())
                .containsExactly(SourceSpec.of("file:" + directory.resolve("wan")));
    }

    @Test
    void takesOneLineForTheShell() throws IOException {
        assertThat(read(minimal("on-change: { command: 'logger x | cat' }"))
                        .watchers()
                        .notices()
                        .command())
                .containsExactly("sh", "-c", "logger x | cat");
    }

    @Test
    void watchingMayBeOff() throws IOException {
        assertThat(read(minimal("watch: off")).agent().watch()).isZero();
    }

    @Test
    void familiesAreThoseThatHaveSourcesByTheRecordOrAll() throws IOException {
        DdnsConfiguration read = read("""
                addresses: { ipv4: interface }
                records:
                  - name: a.example.com
                    addresses: { ipv6: interface }
                """);

        assertThat(read.agent().records().get(0).addresses()).containsOnlyKeys(Family.IPV4, Family.IPV6);
    }

    @Test
    void recordsMayBringAllTheAddressesThemselves() throws IOException {
        DdnsConfiguration read = read("records: [ { name: a.example.com, addresses: { ipv6: [interface, upnp] } } ]");

        assertThat(read.addresses()).isEmpty();
        assertThat(read.agent().records().get(0).addresses()).containsOnlyKeys(Family.IPV6);
    }

    @Test
    void everybodyMayReadAConfigurationWithoutSecrets() throws IOException {
        Path file = file(minimal("on-change: { command: x }"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(DdnsConfiguration.read(file).agent().records()).hasSize(1);
    }

    private static String minimal(String more) {
        return more + "\naddresses: { ipv4: interface }\nrecords: [home.example.com]\n";
    }

    private DdnsConfiguration read(String content) throws IOException {
        return DdnsConfiguration.read(file(content));
    }

    private Path file(String content) throws IOException {
        return secret("ddns.yaml", content);
    }

    private Path secret(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
