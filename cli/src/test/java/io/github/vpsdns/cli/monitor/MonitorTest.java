// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitorTest {
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Monitor monitor =
            Monitor.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), registry, () -> problems);

    @AfterEach
    void stop() {
        monitor.close();
    }

    @Test
    void isHealthyWhileThereIsNoProblem() throws Exception {
        HttpResponse<String> answer = send("GET", "/healthz");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
    }

    @Test
    void saysOneProblemALine() throws Exception {
        problems.addAll(List.of("a.example expires soon", "b.example has expired"));

        HttpResponse<String> answer = send("GET", "/healthz");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("a.example expires soon\nb.example has expired\n");
    }

    @Test
    void showsMetricsInTheTextFormat() throws Exception {
        Counter.builder().name("calls_total").help("Calls.").register(registry).inc(3);

        HttpResponse<String> answer = send("GET", "/metrics");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).isEqualTo("# HELP calls_total Calls.\n# TYPE calls_total counter\ncalls_total 3.0\n");
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<String> answer = send("HEAD", "/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesNothingButReading() throws Exception {
        HttpResponse<String> answer = send("POST", "/metrics");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void knowsNoOtherPath() throws Exception {
        assertThat(send("GET", "/").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/metrics/more").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhereItCannotListen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) taken.getLocalSocketAddress();

            assertThatThrownBy(() -> Monitor.start(address, registry, List::of))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot listen at 127.0.0.1:" + address.getPort() + ": Address already in use");
        }
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + monitor.address() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
