// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.cli.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake that can be made in a configuration, and the sentence that tells it. */
final class DdnsMistakesTest {
    private static final String REST = "addresses: {ipv4: interface}\nrecords: [home.example.com]\n";

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "intervall: 5m | there is no key 'intervall'; did you mean 'interval'?",
                "on_drift: leave | there is no key 'on_drift'; did you mean 'on-drift'?",
                "interval: 500ms | interval: '500ms' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 30d",
                "interval: 300 | interval: '300' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 30d",
                "watch: never | watch: 'never' is refused; expected a time such as 90s, 5m or 1h30m, 100ms to 1h, or off",
                "ttl: 0 | ttl: '0' is refused; expected a whole number of seconds, 1 to 2147483647",
                "ttl: 5m | ttl: this is text; expected a whole number of seconds, 1 to 2147483647",
                "verify: no | verify: this is text; expected true or false",
                "on-drift: reprot | on-drift: 'reprot' is refused; expected one of restore, leave, report; did you mean 'report'?",
                "on-stop: remove | on-stop: 'remove' is refused; expected one of leave, withdraw",
                "parallel: 65 | parallel: '65' is refused; expected a whole number of calls, 1 to 64",
                "state: 5 | state: this is a number; expected the path of a file to be kept by the agent, in quotes if it looks like something else",
                "api: https://x | api: this is text; expected a map with the keys url, token-file, timeout",
                "api: {url: 'ht tp://x'} | api.url: this is not a URL; expected one such as https://admin.vps.org/api/v1",
                "api: {token: vps_secret} | api: there is no key 'token'; expected one of url, token-file, timeout",
                "api: {timeout: 0s} | api.timeout: '0s' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 10m",
                "dns: {resolver: 'a:b:c'} | dns.resolver: this is not a server; expected HOST or HOST:PORT, such as 192.0.2.53, \"[2001:db8::53]:5353\" or ns1.vps.org",
                "dns: {nameservers: [127.0.0.1:99999]} | dns.nameservers[0]: this is not a server; expected HOST or HOST:PORT, such as 192.0.2.53, \"[2001:db8::53]:5353\" or ns1.vps.org",
                "listen: 70000 | listen: '70000' is not an address to listen at; expected PORT or HOST:PORT, such as 9245, 127.0.0.1:9245 or [::1]:9245",
                "on-change: {webhook: http://hooks.example.com/s3cret} | on-change.webhook: this is not the URL of a webhook; expected an https URL (http only to this machine itself) without user name and password",
                "on-change: {webhook-file: nowhere} | on-change.webhook-file: there is no file 'DIR/nowhere'",
                "on-change: {command: ''} | on-change.command: it is empty; expected a line for the shell, or a list of a program and its arguments",
                "on-change: {command: []} | on-change.command: a list of 0 is refused; expected 1 to 100 words, the first of which is the program",
                "heartbeat: hc-ping.com/x | heartbeat: this is not a URL for heartbeats; expected an https URL of a Healthchecks check or of a push monitor of Uptime Kuma (http only within the own network) without user name and password"
            })
    void atTheTop(String line, String expected) throws IOException {
        assertThat(mistakes(line + "\n" + REST)).containsExactly("1: " + expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ipv5: interface | 1: addresses: there is no key 'ipv5'; did you mean 'ipv4'?",
                "ipv4: eth0 | 1: addresses.ipv4: 'eth0' is no source of addresses; expected interface, interface:NAME, an http or https URL, dns:cloudflare, dns:opendns, dns:google, upnp, file:PATH, command:LINE or static:ADDRESS",
                "ipv4: [upnp, upnp] | 1: addresses.ipv4[1]: upnp is there twice; expected each source once",
                "ipv4: [] | 1: addresses.ipv4: a list of 0 is refused; expected 1 to 20 sources",
                "ipv4: {agree: 1} | 1: addresses.ipv4: there are no sources; expected the key sources with at least one",
                "ipv4: {sources: [upnp, interface], agree: 3} | 1: addresses.ipv4.agree: 3 sources cannot agree, because there are 2; expected 1 to 2",
                "ipv4: {sources: upnp, agree: 2} | 1: addresses.ipv4.agree: 2 sources cannot agree, because there is one; expected 1 to 1",
                "ipv4: {sources: ['https://a.example/1', 'https://a.example/2'], agree: 2} | 1: addresses.ipv4.agree: 2 sources cannot agree, because there is one (pages of one host count once); expected 1 to 1",
                "ipv4: {sources: upnp, confirm: 0} | 1: addresses.ipv4.confirm: '0' is refused; expected a whole number of readings, 1 to 10",
                "ipv4: {sources: upnp, all: 1} | 1: addresses.ipv4.all: this is a number; expected true or false",
                "ipv4: {sources: upnp, allow: [lan]} | 1: addresses.ipv4.allow[0]: 'lan' is refused; expected one of private, cgnat, ula, link-local, loopback, reserved",
                "ipv6: static:192.0.2.1 | 1: addresses.ipv6: static:192.0.2.1 never has an IPv6 address; expected another source",
                "ipv4: static:2001:db8::1 | 1: addresses.ipv4: static:2001:db8::1 never has an IPv4 address; expected another source",
                "ipv4: dns:quad9 | 1: addresses.ipv4: 'dns:quad9' is not known; expected dns:cloudflare, dns:opendns or dns:google"
            })
    void ofAddresses(String rules, String expected) throws IOException {
        assertThat(mistakes("addresses: {" + rules + "}\nrecords: [home.example.com]\n"))
                .containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "home.example.com. | 3: records[1]: 'home.example.com' is there twice; expected each name once",
                "HOME.Example.COM | 3: records[1]: 'home.example.com' is there twice; expected each name once",
                "{name: home.example.com, families: [ipv4]} | 3: records[1].name: 'home.example.com' is there twice; expected each name once",
                "`'*.example.com'` | 3: records[1]: '*.example.com' is a wildcard; expected the full name of one host, to which a wildcard may point by CNAME",
                "home | 3: records[1]: 'home' is not a full name; expected one such as home.example.com",
                "192.0.2.1 | 3: records[1]: '192.0.2.1' is not a full name; expected one such as home.example.com",
                "~ | 3: records[1]: it has no value; expected a full name such as home.example.com, in quotes if it looks like something else",
                "[a.example.com] | 3: records[1]: this is a list; expected a full name such as home.example.com",
                "{nam: a.example.com} | 3: records[1]: there is no key 'nam'; did you mean 'name'? // 3: records[1]: the name is missing; expected the key name with a full name such as home.example.com",
                "{name: a.example.com, families: [ipv6]} | 3: records[1].families[0]: there are no sources of IPv6 addresses; expected some at addresses.ipv6",
                "{name: a.example.com, families: [ipv4, ipv4]} | 3: records[1].families[1]: ipv4 is there twice; expected each family once",
                "{name: a.example.com, families: [ipx]} | 3: records[1].families[0]: 'ipx' is refused; expected one of ipv4, ipv6",
                "{name: a.example.com, ipv6-host: '::1'} | 3: records[1].ipv6-host: the name has no IPv6 addresses; expected sources at addresses.ipv6, and ipv6 among the name's families",
                "{name: a.example.com, prefix-length: 56} | 3: records[1].prefix-length: it goes with ipv6-host, which is missing; expected both or none",
                "{name: a.example.com, addresses: {ipv6: interface}, ipv6-host: '2001:db8::1'} | 3: records[1].ipv6-host: the host part '2001:db8::1' reaches into the first 64 bits, which are the prefix's; expected one such as ::1:2:3:4",
                "{name: a.example.com, addresses: {ipv6: interface}, ipv6-host: '::1:0:0:0:1', prefix-length: 65} | 3: records[1].ipv6-host: the host part '::1:0:0:0:1' reaches into the first 65 bits, which are the prefix's; expected one such as ::1:2:3:4",
                "{name: a.example.com, addresses: {ipv6: interface}, ipv6-host: '::1', prefix-length: 128} | 3: records[1].prefix-length: '128' is refused; expected a whole number of bits, 1 to 127",
                "{name: a.example.com, addresses: {ipv6: interfac}} | 3: records[1].addresses.ipv6: 'interfac' is no source of addresses; expected interface, interface:NAME, an http or https URL, dns:cloudflare, dns:opendns, dns:google, upnp, file:PATH, command:LINE or static:ADDRESS",
                "{name: a.example.com, ttl: 1.5} | 3: records[1].ttl: this is a number with a fraction; expected a whole number of seconds, 1 to 2147483647"
            })
    void ofRecords(String record, String expected) throws IOException {
        assertThat(mistakes("addresses: {ipv4: interface}\nrecords: [home.example.com,\n" + record + "]\n"))
                .containsExactly(expected.split(" // ", -1));
    }

    @Test
    void anInternationalNameIsTheSameInBothItsForms() throws IOException {
        assertThat(mistakes("addresses: {ipv4: interface}\nrecords:\n- büro.example.com\n- xn--bro-hoa.example.com\n"))
                .containsExactly("4: records[1]: 'xn--bro-hoa.example.com' is there twice; expected each name once");
    }

    @Test
    void thatThereIsNothingToDo() throws IOException {
        assertThat(mistakes("ttl: 60\n"))
                .containsExactly("1: there are no records; expected the key records with a list of names");
    }

    @Test
    void thatThereAreNoAddresses() throws IOException {
        assertThat(mistakes("records:\n  - home.example.com\n  - name: nas.example.com\n"))
                .containsExactly(
                        "2: records[0]: no source of addresses is given for it; expected the key addresses with ipv4, ipv6 or both",
                        "3: records[1]: no source of addresses is given for it; expected the key addresses with ipv4, ipv6 or both");
    }

    @Test
    void thatBothASecretAndItsFileAreGiven() throws IOException {
        Path hook = Files.writeString(directory.resolve("hook"), "https://hooks.example.com/x");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rw-------"));

        assertThat(mistakes("heartbeat: https://hc-ping.com/x\nheartbeat-file: hook\n" + REST))
                .containsExactly("2: heartbeat-file: heartbeat and heartbeat-file say the same; expected one of them");
    }

    @Test
    void thatEverybodyCanReadASecret() throws IOException {
        Path file = file("heartbeat: https://hc-ping.com/s3cret\n" + REST);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(mistakes(file))
                .singleElement()
                .asString()
                .startsWith(
                        "1: heartbeat: such a URL is a secret, and everybody can read this file (rw-r--r--); expected"
                                + " the same key with -file")
                .doesNotContain("s3cret");
    }

    @Test
    void thatAnotherCanReadAFileWithASecret() throws IOException {
        Path hook = Files.writeString(directory.resolve("hook"), "https://hooks.example.com/x");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(mistakes("on-change: {webhook-file: hook}\n" + REST))
                .singleElement()
                .asString()
                .contains("on-change.webhook-file: 'DIR/hook' can be read by others");
    }

    @Test
    void allAtOnce() throws IOException {
        assertThat(mistakes("""
                        interval: soon
                        addresses:
                          ipv4: { sources: [interface], agree: 2 }
                        records:
                          - home.example.com
                          - name: "*.example.com"
                            ttl: -1
                        listne: 9245
                        """))
                .containsExactly(
                        "1: interval: 'soon' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 30d",
                        "3: addresses.ipv4.agree: 2 sources cannot agree, because there is one; expected 1 to 1",
                        "6: records[1].name: '*.example.com' is a wildcard; expected the full name of one host, to which a"
                                + " wildcard may point by CNAME",
                        "7: records[1].ttl: '-1' is refused; expected a whole number of seconds, 1 to 2147483647",
                        "8: there is no key 'listne'; did you mean 'listen'?");
    }

    private List<String> mistakes(String content) throws IOException {
        return mistakes(file(content));
    }

    private List<String> mistakes(Path file) {
        MistakesException thrown = catchThrowableOfType(MistakesException.class, () -> DdnsConfiguration.read(file));
        assertThat(thrown).as("mistakes").isNotNull();
        return thrown.lines().stream()
                .map(line -> line.substring(file.toString().length() + 1).strip())
                .map(line -> line.replace(directory.toString(), "DIR"))
                .toList();
    }

    private Path file(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("ddns.yaml"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
