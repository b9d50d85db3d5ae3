// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.yaml.MistakesException;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake that can be made in a configuration, and the sentence that tells it. */
final class WebhookMistakesTest {
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWFhYWFhYWFhYQ$YmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmI";
    private static final String REST = "users: [{name: box, password: '" + HASH + "', hosts: home.example.com}]\n";

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lisen: 80 | there is no key 'lisen'; did you mean 'listen'?",
                "listen: 70000 | listen: '70000' is not an address to listen at; expected PORT or HOST:PORT, such as 9245, 127.0.0.1:9245 or [::1]:9245",
                "listen: ftp://0.0.0.0:80 | listen: 'ftp://0.0.0.0:80' is not an address to listen at; expected PORT or HOST:PORT, such as 9245, 127.0.0.1:9245 or [::1]:9245",
                "listen: https://0.0.0.0:443 | listen: there is no certificate for https; expected the key tls, or http:// here",
                "listen: [0.0.0.0:80, 127.0.0.1:80] | listen[1]: this port is there twice; expected each port of an address once",
                "listen: {port: 80} | listen: this is a map of keys and values; expected PORT or HOST:PORT, such as 0.0.0.0:8245, with http:// or https:// before it or without",
                "tls: {} | tls: this is no certificate; expected either the keys certificate and key, or the key acme",
                "tls: {certificate: c.pem, key: k.pem, acme: {}} | tls: this is both certificates; expected either the keys certificate and key, or the key acme",
                "tls: {certificate: nowhere, key: k.pem} | tls.certificate: there is no file 'DIR/nowhere' that this user may read",
                "tls: {certificate: c.pem} | tls: key is missing; expected the path of a PEM file with the certificate's key",
                "tls: {acme: {names: [dyn.example.com]}} | tls.acme: the CA's terms of service are not agreed to; expected 'agree-tos: true' once you have read them",
                "tls: {acme: {names: [dyn.example.com], agree-tos: false}} | tls.acme: the CA's terms of service are not agreed to; expected 'agree-tos: true' once you have read them",
                "tls: {acme: {agree-tos: true}} | tls.acme: there are no names; expected the key names with those that the certificate is for",
                "tls: {acme: {names: dyn, agree-tos: true}} | tls.acme.names: 'dyn' is not a full name; expected one such as home.example.com",
                "tls: {acme: {names: dyn.example.com, agree-tos: true, server-ca: nowhere}} | tls.acme.server-ca: there is no file 'DIR/nowhere' that this user may read",
                "trusted-proxies: 10.0.0.1/8 | trusted-proxies: '10.0.0.1/8' has bits behind its prefix; expected 10.0.0.0/8",
                "trusted-proxies: 10.0.0.0/33 | trusted-proxies: a prefix length of 33 is refused; expected 0 to 32",
                "ttl: 0 | ttl: '0' is refused; expected a whole number of seconds, 1 to 2147483647",
                "patience: 5m | patience: '5m' is refused; expected a time such as 90s, 5m or 1h30m, 100ms to 20s",
                "recheck: 1s | recheck: '1s' is refused; expected a time such as 90s, 5m or 1h30m, 10s to 30d",
                "on-drift: report | on-drift: 'report' is refused; expected one of restore, leave",
                "parallel: 65 | parallel: '65' is refused; expected a whole number of calls, 1 to 64",
                "private-addresses: keep | private-addresses: 'keep' is refused; expected one of replace, refuse",
                "allow: [lan] | allow[0]: 'lan' is refused; expected one of private, cgnat, ula, link-local, loopback, reserved",
                "limits: {lockout: 0s} | limits.lockout: '0s' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 30d",
                "limits: {account-failures: 0} | limits.account-failures: '0' is refused; expected a whole number of failures, 1 to 1000000",
                "limits: {accounts: 1} | limits: there is no key 'accounts'; expected one of account-failures, address-failures, lockout, user-requests, name-changes",
                "challenge-expiry: 1s | challenge-expiry: '1s' is refused; expected a time such as 90s, 5m or 1h30m, 1m to 30d",
                "acme-dns: {register: open} | acme-dns: the domain is missing; expected the key domain with a name in a zone of yours, such as auth.example.com",
                "acme-dns: {domain: auth.example.com, register: all} | acme-dns.register: 'all' is refused; expected one of closed, users, open",
                "acme-dns: {domain: '*.example.com'} | acme-dns.domain: '*.example.com' is a wildcard; expected a full name such as home.example.com",
                "admin: {listen: 9246} | admin: the password is missing; expected the key password with a hash as 'vpsdns webhook hash-password' prints it",
                "admin: {password: s3cret} | admin.password: it is no argon2id hash; expected what 'vpsdns webhook hash-password' prints, beginning with $argon2id$v=19$",
                "admin: {password: HASH, listen: 0.0.0.0:8245} | admin.listen: this port is one that everybody may use; expected one that is not in listen, such as 127.0.0.1:9246",
                "admin: {password: HASH, listen: 8245} | admin.listen: this port is one that everybody may use; expected one that is not in listen, such as 127.0.0.1:9246",
                "admin: {password: HASH, url: dyn.example.com} | admin.url: this is not what routers can call; expected the server's URL for them, such as https://dyn.example.com",
                "state: 5 | state: this is a number; expected the path of a file to be kept by the server, in quotes if it looks like something else",
                "database: {user: vpsdns} | database: the URL is missing; expected the key url with one such as postgresql://db.example.com/vpsdns",
                "database: {url: mysql://db/x} | database.url: the database's URL is refused; expected postgresql://HOST:PORT/DATABASE",
                "database: {url: 'postgresql://me:s3cret@db/x'} | database.url: the database's URL has a user or a password in it; expected postgresql://HOST:PORT/DATABASE, and the password in a file of its own",
                "database: {url: 'postgresql://db/x?password=s3cret'} | database.url: the database's URL has a user or a password in it; expected postgresql://HOST:PORT/DATABASE, and the password in a file of its own",
                "database: {url: postgresql://db/x, password-file: nowhere} | database.password-file: there is no file 'DIR/nowhere'",
                "api: {token: vps_secret} | api: there is no key 'token'; expected one of url, token-file, timeout",
                "on-change: {command: ''} | on-change.command: it is empty; expected a line for the shell, or a list of a program and its arguments",
                "audit: [x] | audit: this is a list; expected the path of a file to be added to"
            })
    void atTheTop(String line, String expected) throws IOException {
        assertThat(mistakes(line.replace("HASH", "'" + HASH + "'") + "\n" + REST))
                .containsExactly("1: " + expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{password: HASH, hosts: a.example.com} | the name is missing; expected the key name with what the user logs in with",
                "{name: 'a:b', password: HASH, hosts: a.example.com} | name: such a name cannot be told to a server; expected 1 to 64 printable ASCII characters other than the colon",
                "{name: bücher, password: HASH, hosts: a.example.com} | name: such a name cannot be told to a server; expected 1 to 64 printable ASCII characters other than the colon",
                "{name: 1234, password: HASH, hosts: a.example.com} | name: this is a number; expected a user's name, in quotes if it looks like something else",
                "{name: box, password: HASH, hosts: a.example.com} | name: 'box' is there twice; expected each user once",
                "{name: x, hosts: a.example.com} | the password is missing; expected the key password with a hash as 'vpsdns webhook hash-password' prints it",
                "{name: x, password: s3cret, hosts: a.example.com} | password: it is no argon2id hash; expected what 'vpsdns webhook hash-password' prints, beginning with $argon2id$v=19$",
                "{name: x, password: 1234, hosts: a.example.com} | password: this is a number; expected a hash as 'vpsdns webhook hash-password' prints it, in quotes if it looks like something else",
                "{name: x, password: HASH} | this user may do nothing; expected the key hosts with names to update, or challenges with names to prove, or both",
                "{name: x, password: HASH, hosts: []} | hosts: a list of 0 is refused; expected 1 to 1000 names",
                "{name: x, password: HASH, hosts: home} | hosts: 'home' is not a full name; expected one such as home.example.com",
                "{name: x, password: HASH, hosts: 192.0.2.1} | hosts: '192.0.2.1' is not a full name; expected one such as home.example.com",
                "{name: x, password: HASH, hosts: '*.com'} | hosts: 'com' is not a full name; expected one such as home.example.com",
                "{name: x, password: HASH, hosts: '*'} | hosts: '*' is a wildcard; expected a full name such as home.example.com",
                "{name: x, password: HASH, hosts: '*.*.example.com'} | hosts: '*.example.com' is a wildcard; expected a full name such as home.example.com",
                "{name: x, password: HASH, hosts: [a.example.com, A.Example.com.]} | hosts[1]: 'a.example.com' is there twice; expected each name once",
                "{name: x, password: HASH, hosts: [{ipv6-host: '::1'}]} | hosts[0]: the name is missing; expected the key name with a full name such as home.example.com",
                "{name: x, password: HASH, hosts: [{name: a.example.com, ipv6-host: '::'}]} | hosts[0].ipv6-host: '::' is no host part; expected one such as ::1:2:3:4",
                "{name: x, password: HASH, hosts: [{name: '*.a.example.com', ipv6-host: '::1'}]} | hosts[0].ipv6-host: it is one machine's, and '*.a.example.com' means many; expected it with the full name of one host",
                "{name: x, password: HASH, challenges: '*.example.com'} | challenges: '*.example.com' is more than it takes: a scope holds all names below it, and wildcards; expected 'example.com'",
                "{name: x, password: HASH, challenges: _acme-challenge.example.com} | challenges: '_acme-challenge.example.com' is where a challenge is answered; expected the name that the certificate is for, 'example.com'",
                "{name: x, password: HASH, challenges: com} | challenges: 'com' is not a full name; expected one such as home.example.com",
                "{name: x, password: HASH, hosts: a.example.com, networks: here} | networks: 'here' is not an IPv4 address; expected one such as 192.0.2.1",
                "{name: x, password: HASH, hosts: a.example.com, expires: tomorrow} | expires: there is no such time; expected a date such as 2027-01-01, at whose end (UTC) it is over, or a time such as 2027-01-01T12:00:00Z",
                "{name: x, password: HASH, hosts: a.example.com, expires: 2027-02-30} | expires: there is no such time; expected a date such as 2027-01-01, at whose end (UTC) it is over, or a time such as 2027-01-01T12:00:00Z",
                "{name: x, password: HASH, host: a.example.com} | there is no key 'host'; did you mean 'hosts'? // this user may do nothing; expected the key hosts with names to update, or challenges with names to prove, or both"
            })
    void ofUsers(String user, String expected) throws IOException {
        String hash = "'" + HASH + "'";
        String first = "{name: box, password: " + hash + ", hosts: home.example.com}";

        assertThat(mistakes("users: [" + first + ",\n" + user.replace("HASH", hash) + "]\n"))
                .containsExactly(Stream.of(expected.split(" // ", -1))
                        .map(WebhookMistakesTest::ofTheSecondUser)
                        .toArray(String[]::new));
    }

    @Test
    void thatThereIsNobody() throws IOException {
        assertThat(mistakes("ttl: 60\n"))
                .containsExactly("1: there are no users; expected the key users with a list of them");
    }

    @Test
    void thatEverybodyCanReadTheHashes() throws IOException {
        Path file = file(REST);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(mistakes(file))
                .containsExactly("1: users: hashes let passwords be guessed, and everybody can read this file"
                        + " (rw-r--r--); expected one that not everybody can read (chmod o-r)");
    }

    @Test
    void thatTwoPlacesAreGivenForOneDatabase() throws IOException {
        assertThat(mistakes("state: x.db\ndatabase: {url: postgresql://db/x}\n" + REST))
                .containsExactly(
                        "2: database: state and database both say where things are kept; expected one of them");
    }

    @Test
    void thatTheUsualPortOfThePageIsTaken() throws IOException {
        assertThat(mistakes("listen: 9246\nadmin: {password: '" + HASH + "'}\n" + REST))
                .containsExactly(
                        "2: admin: its usual port, 9246, is in listen; expected the key listen with another one");
    }

    @Test
    void allAtOnceAndNoSecret() throws IOException {
        assertThat(mistakes("""
                        listen: soon
                        users:
                          - name: box
                            password: hunter2
                            hosts: [home]
                        patiense: 8s
                        """))
                .containsExactly(
                        "1: listen: 'soon' is not an address to listen at; expected PORT or HOST:PORT, such as 9245,"
                                + " 127.0.0.1:9245 or [::1]:9245",
                        "4: users[0].password: it is no argon2id hash; expected what 'vpsdns webhook hash-password'"
                                + " prints, beginning with $argon2id$v=19$",
                        "5: users[0].hosts[0]: 'home' is not a full name; expected one such as home.example.com",
                        "6: there is no key 'patiense'; did you mean 'patience'?");
    }

    private static String ofTheSecondUser(String mistake) {
        boolean whole = mistake.startsWith("th");
        return "2: users[1]" + (whole ? ": " : ".") + mistake;
    }

    private List<String> mistakes(String content) throws IOException {
        return mistakes(file(content));
    }

    private List<String> mistakes(Path file) throws IOException {
        Files.writeString(directory.resolve("c.pem"), "");
        Files.writeString(directory.resolve("k.pem"), "");
        Host host = new Host(Map.of(), "root", Path.of("/root"), Timekeeper.system());
        MistakesException thrown =
                catchThrowableOfType(MistakesException.class, () -> WebhookConfiguration.read(file, host));
        assertThat(thrown).as("mistakes").isNotNull();
        return thrown.lines().stream()
                .map(line -> line.substring(file.toString().length() + 1).strip())
                .map(line -> line.replace(directory.toString(), "DIR"))
                .toList();
    }

    private Path file(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("webhook.yaml"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }
}
