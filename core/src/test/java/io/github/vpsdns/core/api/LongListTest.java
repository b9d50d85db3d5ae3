// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static io.github.vpsdns.core.api.ApiFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.zone.DnsRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** A hundred thousand records, read by a child process whose heap is smaller than the list. */
class LongListTest {
    private static final int COUNT = 100_000;
    private static final int PAGE = 500;

    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void readsABareArrayThatIsLargerThanTheHeap() throws Exception {
        Buffer body = new Buffer();
        write(body.writeUtf8("["), 0, COUNT);
        server.enqueue(new MockResponse.Builder().body(body.writeUtf8("]")).build());

        assertThat(body.size()).isGreaterThan(15L << 20);
        assertThat(readInSmallHeap()).isEqualTo(COUNT + " records");
    }

    @Test
    void readsHundredsOfPages() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String parameter = request.getUrl().queryParameter("page");
                int page = parameter == null ? 1 : Integer.parseInt(parameter);
                boolean last = page * PAGE == COUNT;
                Buffer body = new Buffer().writeUtf8("{\"count\": " + COUNT + ", \"results\": [");
                write(body, (page - 1) * PAGE, page * PAGE);
                body.writeUtf8("], \"next\": " + (last ? "null}" : "\"?page=" + (page + 1) + "\"}"));
                return new MockResponse.Builder().body(body).build();
            }
        });

        assertThat(readInSmallHeap()).isEqualTo(COUNT + " records");
        assertThat(server.getRequestCount()).isEqualTo(COUNT / PAGE);
    }

    private static void write(Buffer body, int from, int to) {
        for (int i = from; i < to; i++) {
            body.writeUtf8(i == from ? "" : ",").writeUtf8(record("record-" + i, "A", "host-" + i, "192.0.2.1"));
        }
    }

    private String readInSmallHeap() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx14m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Reader.class.getName(),
                        server.url("/").toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        return said.strip();
    }

    /** The child process. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) {
            try (VpsDnsClient client = VpsDnsClient.builder()
                            .apiUrl(URI.create(args[0]))
                            .token(ApiToken.of(ApiFixture.TOKEN))
                            .build();
                    Stream<DnsRecord> records = client.records(ZONE.id())) {
                System.out.println(records.count() + " records");
            }
        }
    }
}
