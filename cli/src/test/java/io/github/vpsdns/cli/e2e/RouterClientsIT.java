// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.e2e.RouterClient.Said;
import io.github.vpsdns.cli.e2e.RouterClient.Where;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What real clients make of the server's answers: their exit status, and what they believe afterwards. */
@NeedsPrograms({"ddclient", "inadyn", "wget", "curl", "python3", "openssl"})
final class RouterClientsIT {
    private static final String HOST = "home.example.com";

    @TempDir
    static Path home;

    private static WebhookPlace place;
    private static String ca;

    @TempDir
    Path work;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        ca = home.resolve("server.pem").toString();
        Process made = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=IP:127.0.0.1,DNS:localhost",
                        "-keyout",
                        home.resolve("server.key").toString(),
                        "-out",
                        ca)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("openssl.out").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        place = new WebhookPlace(
                home,
                Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start());
        place.configure("tls: { certificate: server.pem, key: server.key }");
        place.start();
    }

    @AfterAll
    static void stop() {
        place.close();
    }

    @AfterEach
    void mend() {
        place.sandbox().faults().clear();
    }

    static Stream<Arguments> clients() {
        return Arrays.stream(RouterClient.values())
                .flatMap(client -> Stream.of(Arguments.of(client, false), Arguments.of(client, true)));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aChangeIsPublishedAndBelieved(RouterClient client, boolean secure) {
        String address = fresh(client, secure, 1);

        Said said = client.run(where(secure), HOST, address, WebhookPlace.PASSWORD);

        assertThat(said.status()).as(said.text()).isZero();
        assertThat(place.published()).contains("home A " + address);
        assertThat(client.believes(where(secure), HOST, address))
                .as(said.text())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theSameAddressAgainIsASuccessWithoutAnyCall(RouterClient client, boolean secure) {
        String address = fresh(client, secure, 2);
        client.run(where(secure), HOST, address, WebhookPlace.PASSWORD);
        int before = place.sandbox().calls().all().size();

        Said said = client.run(where(secure), HOST, address, WebhookPlace.PASSWORD);

        assertThat(said.status()).as(said.text()).isZero();
        assertThat(client.believes(where(secure), HOST, address))
                .as(said.text())
                .isTrue();
        assertThat(place.sandbox().calls().all()).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aWrongPasswordIsAFailureThatTheClientUnderstands(RouterClient client, boolean secure) {
        String address = fresh(client, secure, 3);

        Said said = client.run(where(secure), HOST, address, "wrong");

        assertThat(said.status()).as(said.text()).isNotZero();
        assertThat(place.published()).doesNotContain("home A " + address);
        assertThat(client.believes(where(secure), HOST, address) && remembers(client))
                .as(said.text())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aHostOfSomebodyElseIsRefused(RouterClient client, boolean secure) {
        String address = fresh(client, secure, 4);

        Said said = client.run(where(secure), "other.example.com", address, WebhookPlace.PASSWORD);

        // wget and curl know nothing of the words; whoever calls them reads what they print.
        assertThat(said.status() != 0 || said.text().contains("nohost"))
                .as(said.text())
                .isTrue();
        assertThat(place.published()).noneMatch(record -> record.startsWith("other "));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void anOutageIsNotTakenForSuccessAndTheUpdateIsMadeWhenItIsOver(RouterClient client, boolean secure) {
        String address = fresh(client, secure, 5);
        place.sandbox().faults().add(Fault.status(503).always());

        Said said = client.run(where(secure), HOST, address, WebhookPlace.PASSWORD);

        assertThat(said.status() != 0 || said.text().contains("911"))
                .as(said.text())
                .isTrue();
        assertThat(client.believes(where(secure), HOST, address) && remembers(client))
                .as(said.text())
                .isFalse();
        assertThat(place.published()).doesNotContain("home A " + address);

        place.sandbox().faults().clear();

        await().atMost(Duration.ofSeconds(60)).until(() -> place.published().contains("home A " + address));
    }

    private static boolean remembers(RouterClient client) {
        return client == RouterClient.DDCLIENT || client == RouterClient.INADYN;
    }

    private Where where(boolean secure) {
        return new Where(work, place.port(), secure, ca);
    }

    /** An address that no other test publishes, so that none can stand for another. */
    private static String fresh(RouterClient client, boolean secure, int test) {
        return "198.51." + (100 + test) + "." + (List.of(RouterClient.values()).indexOf(client) * 2 + (secure ? 2 : 1));
    }
}
