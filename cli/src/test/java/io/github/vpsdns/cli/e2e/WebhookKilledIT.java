// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed at random moments while it works, and the API fails as it likes: nothing confirmed is lost. */
final class WebhookKilledIT {
    private static final int HOSTS = 6;
    private static final int KILLS = 5;

    @TempDir
    Path work;

    @Test
    void everyConfirmedUpdateIsInTheApiInTheEndAndNothingOlderOverwritesANewerOne() throws Exception {
        Random random = new Random(5);
        try (WebhookPlace place = new WebhookPlace(
                work,
                Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start())) {
            List<Router> routers = new ArrayList<>();
            for (int i = 0; i < HOSTS; i++) {
                routers.add(new Router(place, i));
            }
            ExecutorService threads = Executors.newFixedThreadPool(HOSTS);
            AtomicBoolean over = new AtomicBoolean();
            try {
                place.start();
                List<Future<?>> work = routers.stream()
                        .<Future<?>>map(router -> threads.submit(() -> router.work(over)))
                        .toList();
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitProgress(routers);
                    misbehave(place, random);
                    int wanted = confirmed(routers) + random.nextInt(20);
                    int posted = posted(routers) + 10 + random.nextInt(60);
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> confirmed(routers) >= wanted || posted(routers) >= posted);
                    place.server().kill();
                    place.sandbox().faults().clear();
                    place.start();
                }
                awaitProgress(routers);
                over.set(true);
                for (Future<?> each : work) {
                    each.get(60, TimeUnit.SECONDS);
                }
            } finally {
                over.set(true);
                threads.shutdownNow();
            }

            for (Router router : routers) {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(router.published())
                                .singleElement()
                                .satisfies(address -> assertThat(Router.number(address))
                                        .as(
                                                "host %d, confirmed %d, posted %d",
                                                router.host, router.confirmed.get(), router.posted.get())
                                        .isBetween(router.confirmed.get(), router.posted.get())));
            }
        }
    }

    private static void misbehave(WebhookPlace place, Random random) {
        List<Fault> kinds = List.of(
                Fault.status(503).always(),
                Fault.status(500).on("PATCH", "/dns-records/*/").afterCommit().always(),
                Fault.drop().on("PATCH", "/dns-records/*/").afterCommit().times(3),
                Fault.delay(Duration.ofMillis(300)).always(),
                Fault.status(429, Duration.ofSeconds(1)).times(2));
        place.sandbox().faults().add(kinds.get(random.nextInt(kinds.size())));
    }

    private static void awaitProgress(List<Router> routers) {
        int before = confirmed(routers);
        await().atMost(Duration.ofSeconds(60)).until(() -> confirmed(routers) >= before + 2 * HOSTS);
    }

    /** Grows with each update that was confirmed. */
    private static int confirmed(List<Router> routers) {
        return routers.stream().mapToInt(router -> router.confirmed.get()).sum();
    }

    private static int posted(List<Router> routers) {
        return routers.stream().mapToInt(router -> router.posted.get()).sum();
    }

    /** Gets a new address again and again, and tells the server; one host, one update after the other. */
    private static final class Router {
        private final WebhookPlace place;
        private final int host;
        private final HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        private final AtomicInteger posted = new AtomicInteger();
        private final AtomicInteger confirmed = new AtomicInteger();

        Router(WebhookPlace place, int host) {
            this.place = place;
            this.host = host;
        }

        void work(AtomicBoolean over) {
            while (!over.get()) {
                place.awaitListening();
                int number = posted.incrementAndGet();
                String said = update(address(number));
                if (said.startsWith("good " + address(number))) {
                    confirmed.set(number);
                }
            }
        }

        /** One that the server's end cuts short says nothing. */
        private String update(String address) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + place.port()
                            + "/nic/update?hostname=h" + host + ".dyn.example.com&myip=" + address))
                    .header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString((WebhookPlace.USER + ":" + WebhookPlace.PASSWORD)
                                                    .getBytes(StandardCharsets.UTF_8)))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            } catch (IOException e) {
                return "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }

        List<String> published() {
            String start = "h" + host + ".dyn A ";
            return place.published().stream()
                    .filter(record -> record.startsWith(start))
                    .map(record -> record.substring(start.length()))
                    .toList();
        }

        private String address(int number) {
            return "198.51." + (number / 200) + "." + (number % 200 + 1);
        }

        static int number(String address) {
            String[] parts = address.split("\\.", -1);
            return Integer.parseInt(parts[2]) * 200 + Integer.parseInt(parts[3]) - 1;
        }
    }
}
