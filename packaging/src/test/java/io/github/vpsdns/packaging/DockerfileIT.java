// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.vpsdns.packaging.Command.Outcome;
import io.github.vpsdns.packaging.Dockerfile.Instruction;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The container without an engine: what its last stage copies is laid out by hand on a clean root, which has no Java, and its entry
 * point is run as its user, without any right, where everything but its volume and /tmp is read-only.
 */
@NeedsRoot
@NeedsPrograms({"mmdebstrap", "unshare", "setpriv"})
@TestInstance(Lifecycle.PER_CLASS)
class DockerfileIT {
    private static final String ZONE = "example.com";

    private Path root;
    private Dockerfile file;
    private Sandbox sandbox;

    @BeforeAll
    void layOut(@TempDir Path work) throws IOException {
        file = Dockerfile.read(Build.repository().resolve("packaging/Dockerfile"));
        sandbox = Sandbox.start(ZONE);
        root = CleanRoot.copy(work);
        for (Instruction copy : file.lastStage().all("COPY").toList()) {
            Path target = root.resolve(copy.operands().get(1).substring(1));
            Files.createDirectories(target.getParent());
            Command.of("cp", "-a", source(copy).toString(), target.toString()).succeed();
            for (String option : copy.rest().split(" ", -1)) {
                if (option.startsWith("--chown=")) {
                    Command.of("chown", option.substring(8), target.toString()).succeed();
                } else if (option.startsWith("--chmod=")) {
                    Command.of("chmod", option.substring(8), target.toString()).succeed();
                }
            }
        }
        // Which the first stage does at the same path.
        String prepare = "mount -t proc proc \"$0/proc\"; exec chroot \"$0\" /opt/vpsdns/bin/vpsdns-prepare";
        Command.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", prepare, root.toString())
                .succeed();
    }

    @AfterAll
    void remove() {
        if (root != null) {
            CleanRoot.remove(root);
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void copiesWhatTheBuildMakesAndTheContextHas() throws IOException {
        List<String> sent = Files.readAllLines(Build.repository().resolve("packaging/Dockerfile.dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        List<String> copied = file.all("COPY")
                .filter(copy -> !copy.rest().contains("--from="))
                .map(copy -> copy.operands().get(0))
                .toList();

        assertThat(copied)
                .containsExactlyInAnyOrderElementsOf(sent)
                .allSatisfy(path -> assertThat(Build.repository().resolve(path)).exists());
    }

    @Test
    void namesItsUserByNumberAndNeedsNoShellToStart() {
        Dockerfile last = file.lastStage();

        assertThat(last.one("USER").rest()).matches("[1-9][0-9]*:[1-9][0-9]*");
        assertThat(last.one("ENTRYPOINT").words()).containsExactly("/opt/vpsdns/bin/vpsdns");
        assertThat(last.one("HEALTHCHECK").words()).containsExactly("/opt/vpsdns/bin/healthcheck");
        assertThat(last.one("STOPSIGNAL").rest()).isEqualTo("SIGTERM");
        assertThat(last.all("RUN")).as("the last stage installs nothing").isEmpty();
    }

    @Test
    void startsByItsOwnJava() throws IOException {
        assertThat(contained(entryPoint("--version")).succeed()).startsWith("vpsdns ");
        assertThat(contained("sh -c 'command -v java'").run().status()).isNotZero();
    }

    @Test
    void startsFromTheArchiveMadeForIt() throws IOException {
        assertThat(contained("VPSDNS_JAVA_OPTS=-Xlog:class+load " + entryPoint("--version"))
                        .succeed())
                .contains("shared objects file (top)");
    }

    @Test
    void hasNoRightsAndWritesNowhereButInItsVolume() throws IOException {
        assertThat(contained("id -u; id -g; grep -E '^Cap(Eff|Bnd)' /proc/self/status")
                        .succeed())
                .isEqualTo("65532\n65532\nCapEff:\t0000000000000000\nCapBnd:\t0000000000000000\n");
        assertThat(contained("touch /opt/vpsdns/x").run().said()).contains("Read-only file system");

        String said = contained(entryPoint("acme issue -d " + ZONE) + " && ls -R /var/lib/vpsdns")
                .succeed();

        assertThat(said).contains("/var/lib/vpsdns/acme/live:", "example.com");
    }

    @Test
    void keepsTheServersDatabaseInItsVolume() throws IOException {
        String said = contained("""
                        umask 077
                        hash=$(echo s3cret-password | %s)
                        cat > /tmp/webhook.yaml <<END
                        listen: ["127.0.0.1:0"]
                        users: [{ name: box, password: "$hash", hosts: home.example.com }]
                        END
                        %s 2> /tmp/said &
                        until grep -q 'taking requests' /tmp/said; do kill -0 $!; sleep 0.1; done
                        kill $!
                        wait $! || [ $? -eq 143 ]
                        ls /var/lib/vpsdns
                        """.formatted(
                        entryPoint("webhook hash-password"), entryPoint("webhook run --config /tmp/webhook.yaml")))
                .succeed();

        assertThat(said).contains("webhook.db");
    }

    @Test
    void isUnwellOnlyIfWhoeverListensSaysSo() throws IOException {
        AtomicInteger status = new AtomicInteger(200);
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/healthz", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        service.start();
        String check = "HEALTH_PORT=" + service.getAddress().getPort() + " "
                + String.join(" ", file.lastStage().one("HEALTHCHECK").words());
        try {
            assertThat(contained(check).run()).isEqualTo(new Outcome(0, ""));
            status.set(503);
            assertThat(contained(check).run().status()).isEqualTo(1);
        } finally {
            service.stop(0);
        }
        assertThat(contained(check).run()).as("nobody listens").isEqualTo(new Outcome(0, ""));
    }

    private String entryPoint(String arguments) {
        return String.join(" ", file.lastStage().one("ENTRYPOINT").words()) + " " + arguments;
    }

    /** What Docker does with --read-only, --tmpfs=/tmp, --cap-drop=ALL and --security-opt=no-new-privileges. */
    private Command contained(String line) throws IOException {
        String[] user = file.lastStage().one("USER").rest().split(":", -1);
        List<String> words = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "sh",
                "-ec",
                """
                mount --bind "$1" "$1"
                mount -o remount,ro,bind "$1"
                mount -t proc proc "$1/proc"
                mount -t tmpfs -o mode=1777 tmp "$1/tmp"
                mount -t tmpfs -o "mode=0700,uid=$2,gid=$3" state "$1/var/lib/vpsdns"
                exec chroot "$1" setpriv --reuid="$2" --regid="$3" --clear-groups --no-new-privs --bounding-set=-all sh -ec "$4"
                """,
                "contained",
                root.toString(),
                user[0],
                user[1],
                line));
        Command command = new Command(words, Map.of("LC_ALL", "C.UTF-8"))
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN", sandbox.token())
                .with(
                        "VPSDNS_NAMESERVERS",
                        "127.0.0.1:" + sandbox.nameServers().get(0).getPort())
                .with("VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString())
                .with("VPSDNS_ACME_AGREE_TOS", "true");
        for (Instruction variable : file.lastStage().all("ENV").toList()) {
            String[] set = variable.rest().split("=", 2);
            command = command.with(set[0], set[1]);
        }
        return command;
    }

    /** Where the build has what an instruction copies: the context is the repository; what the first stage makes is the image. */
    private static Path source(Instruction copy) throws IOException {
        String from = copy.operands().get(0);
        if (!copy.rest().contains("--from=build")) {
            return Build.repository().resolve(from);
        }
        return switch (from) {
            case "/opt/vpsdns" -> Image.made();
            case "/build/state" -> Files.createDirectories(Build.packages().resolve("state"));
            default -> throw new AssertionError("the first stage is not known to make " + from);
        };
    }
}
