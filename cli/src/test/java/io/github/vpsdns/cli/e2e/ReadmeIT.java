// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.e2e.Tutorial.Outcome;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be tried without an account, followed word by word by somebody who has the command on the path and nothing else. */
final class ReadmeIT {
    private static final Pattern API = Pattern.compile("export VPS_API_URL=(\\S+)");

    /** Ports that are named in a page are free in a network of one's own. Only bash knows jobs by their numbers in a script. */
    private static final List<String> BASH_IN_OWN_NETWORK =
            List.of("unshare", "--net", "sh", "-c", "ip link set lo up && exec bash \"$@\"", "sh");

    @TempDir
    private Path work;

    @Test
    void whatTheReadmeOffersToTryWorks() throws Exception {
        try (Outcome outcome = Tutorial.of("README.md", "## Try it without an account", "vpsdns sandbox")
                .run(work, List.of("sh"))) {
            assertThat(outcome.status()).as(outcome.said()).isZero();
            assertThat(work.resolve("acme/live/example.com/fullchain.pem"))
                    .content()
                    .contains("BEGIN CERTIFICATE");
            assertThat(outcome.said()).contains("example.com, *.example.com", "home.example.com", "192.0.2.1");
            // The last line tells it to end, and does not wait until it has.
            await("the sandbox ends").atMost(Duration.ofSeconds(30)).until(() -> !sandboxListens());
        }
    }

    @Test
    @NeedsPrograms({"unshare", "ip"})
    void theFirstResultOfTheAgentIsAsItsPageSays() throws Exception {
        try (Outcome outcome = Tutorial.of("docs/dynamic-addresses.md", "## The first result", "vpsdns sandbox")
                .run(work, BASH_IN_OWN_NETWORK)) {
            assertThat(outcome.status()).as(outcome.said()).isZero();
            assertThat(outcome.said()).containsPattern("home\\.example\\.com +\\d+ +A +192\\.0\\.2\\.2");
        }
    }

    @Test
    @NeedsPrograms({"unshare", "ip", "curl"})
    void theFirstResultOfTheServerIsAsItsPageSays() throws Exception {
        try (Outcome outcome = Tutorial.of("docs/webhook.md", "## The first result", "vpsdns sandbox")
                .run(work, BASH_IN_OWN_NETWORK)) {
            assertThat(outcome.status()).as(outcome.said()).isZero();
            assertThat(outcome.said())
                    .containsSubsequence("good 192.0.2.7", "nochg 192.0.2.7")
                    .containsPattern("home\\.example\\.com +\\d+ +A +192\\.0\\.2\\.7");
        }
    }

    private boolean sandboxListens() throws Exception {
        Matcher api = API.matcher(Files.readString(work.resolve("sandbox.env")));
        assertThat(api.find()).isTrue();
        URI url = URI.create(api.group(1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
