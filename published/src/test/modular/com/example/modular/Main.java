// SPDX-License-Identifier: Apache-2.0
package com.example.modular;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.keep.CertificateKeeper;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.agent.Agent;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.examples.FollowAddresses;
import io.github.vpsdns.examples.IssueWithAcme4j;
import io.github.vpsdns.examples.ReceiveUpdates;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.server.WebhookServer;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StorePlace;
import io.github.vpsdns.webhook.store.sql.SqlStore;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.shredzone.acme4j.Certificate;

/** The three jobs against the sandbox, each with what it keeps on disk. */
public final class Main {
    private final Sandbox sandbox;
    private final VpsDnsClient client;
    private final AuthoritativeDns dns;
    private final Path work;

    private Main(Sandbox sandbox, VpsDnsClient client, Path work) {
        this.sandbox = sandbox;
        this.client = client;
        this.work = work;
        dns = AuthoritativeDns.builder().nameServers(sandbox.nameServers()).build();
    }

    /**
     * Runs it.
     *
     * @param arguments a directory to work in
     * @throws Exception if a job fails
     */
    public static void main(String[] arguments) throws Exception {
        try (Sandbox sandbox = Sandbox.start("example.com");
                VpsDnsClient client = VpsDnsClient.builder()
                        .apiUrl(sandbox.apiUrl())
                        .token(ApiToken.of(sandbox.token()))
                        .build()) {
            Main main = new Main(sandbox, client, Path.of(arguments[0]));
            main.issue();
            main.keep();
            main.follow();
            main.receive();
        }
    }

    private void issue() throws Exception {
        Certificate certificate = IssueWithAcme4j.issue(
                sandbox.acmeDirectory(), keyPair(), client, dns, keyPair(), "example.com", "*.example.com");
        System.out.println("issued: "
                + certificate.getCertificate().getSubjectAlternativeNames().stream()
                        .map(name -> (String) name.get(1))
                        .collect(Collectors.joining(", ")));
    }

    private void keep() {
        try (CertificateKeeper keeper = CertificateKeeper.builder(ApiToken.of(sandbox.token()))
                .certificate("www.example.com")
                .email("admin@example.com")
                .agreeToTerms()
                .directory(work.resolve("acme"))
                .apiUrl(sandbox.apiUrl())
                .nameServers(sandbox.nameServers())
                .server(new AcmeServer(sandbox.acmeDirectory(), null))
                .start()
                .awaitFirst(Duration.ofMinutes(1))) {
            System.out.println("kept: " + keeper.keyManager().covers("www.example.com"));
        }
    }

    private void follow() throws Exception {
        try (MemoryFile memory = MemoryFile.open(work.resolve("memory.json"), Timekeeper.system());
                FirstLine out = new FirstLine();
                Agent agent = FollowAddresses.start(client, dns, memory, "static:192.0.2.1", "home.example.com", out)) {
            out.await();
            System.out.println("followed: " + agent.status().records().size() + " set of records");
        }
    }

    private void receive() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Store store =
                        SqlStore.open(new StorePlace.FilePlace(work.resolve("w.db")), Timekeeper.system(), problem -> {});
                FirstLine out = new FirstLine();
                WebhookServer server =
                        ReceiveUpdates.start(client, store, anyPort, "router.example.com", "correct-horse", out)) {
            String told = update(server.addresses().get(0).getPort());
            out.await();
            System.out.println("the router was told: " + told.strip());
        }
    }

    private static String update(int port) throws Exception {
        String credentials = Base64.getEncoder().encodeToString("router:correct-horse".getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/nic/update?hostname=router.example.com&myip=192.0.2.7"))
                .header("Authorization", "Basic " + credentials)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static KeyPair keyPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** Passes lines on, and tells of the first. */
    private static final class FirstLine extends PrintStream {
        private final CountDownLatch seen = new CountDownLatch(1);

        FirstLine() {
            super(OutputStream.nullOutputStream(), true, UTF_8);
        }

        @Override
        public void println(String line) {
            System.out.println(line);
            seen.countDown();
        }

        void await() throws InterruptedException {
            if (!seen.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nothing was told within a minute");
            }
        }
    }
}
