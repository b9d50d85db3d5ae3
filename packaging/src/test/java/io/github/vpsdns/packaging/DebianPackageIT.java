// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The life of the Debian package on one machine, from its installation to its end: each test goes on where the one before ended. */
@NeedsRoot
@NeedsPrograms({"mmdebstrap", "systemd-nspawn", "nsenter", "dpkg-deb"})
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@DisabledIfEnvironmentVariable(named = "SECOND_JAVA", matches = "true", disabledReason = "tested with the first Java")
class DebianPackageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ZONE = "example.com";
    private static final String INSTALL =
            "apt-get -q -y -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold"
                    + " install --no-install-recommends ";

    private Path work;
    private Path root;
    private Machine machine;
    private Sandbox sandbox;
    private Router router;

    @BeforeAll
    void boot(@TempDir Path directory) throws IOException {
        work = directory;
        sandbox = Sandbox.start(ZONE);
        try (ServerSocket free = new ServerSocket(0)) {
            router = new Router(free.getLocalPort(), "router.example.com");
        }
        root = CleanRoot.copy(work);
        machine = Machine.boot(root);
    }

    @AfterAll
    void remove() {
        if (machine != null) {
            machine.close();
        }
        if (root != null) {
            CleanRoot.remove(root);
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    @Order(1)
    void isInstalledWithItsDependenciesAndStartsNothing() throws IOException {
        Files.copy(Build.debianPackage(), machine.file("/var/tmp/vpsdns.deb"));
        machine.sh("apt-get -q update");

        machine.sh(INSTALL + "/var/tmp/vpsdns.deb");

        assertThat(machine.sh("vpsdns --version")).startsWith("vpsdns ");
        assertThat(machine.sh("vpsdns-acme-hook --help")).contains("vpsdns");
        assertThat(machine.sh("systemctl list-unit-files --no-legend 'vpsdns*' | awk '{ print $1, $2 }'"))
                .isEqualTo("""
                        vpsdns-acme-renew.service static
                        vpsdns-acme.service disabled
                        vpsdns-ddns.service disabled
                        vpsdns-webhook.service disabled
                        vpsdns-acme-renew.timer disabled
                        """);
        assertThat(machine.sh("systemctl list-units --no-legend 'vpsdns*'")).isEmpty();
        assertThat(machine.sh("stat -c '%A %U:%G %n' /etc/vpsdns /etc/vpsdns/* /var/cache/vpsdns"))
                .isEqualTo("""
                drwxr-xr-x root:root /etc/vpsdns
                -rw-r--r-- root:root /etc/vpsdns/ddns.yaml
                -rw-r----- root:root /etc/vpsdns/vpsdns.env
                -rw-r----- root:vpsdns-webhook /etc/vpsdns/webhook.yaml
                drwxr-xr-x root:root /var/cache/vpsdns
                """);
        assertThat(machine.sh("getent passwd vpsdns-webhook")).endsWith(":/nonexistent:/usr/sbin/nologin\n");
    }

    @Test
    @Order(2)
    void startsFromAnArchiveThatIsMadeAnewWhenJavaChanges() {
        String shared = "VPSDNS_JAVA_OPTS=-Xlog:class+load vpsdns --version | grep -c 'shared objects file (top)'";
        assertThat(Integer.parseInt(machine.sh(shared).strip())).isPositive();

        machine.sh("rm /var/cache/vpsdns/*; dpkg-trigger --by-package=openjdk-17-jre-headless --no-await /usr/lib/jvm");
        machine.sh("dpkg --triggers-only --pending");

        assertThat(Integer.parseInt(machine.sh(shared).strip())).isPositive();
    }

    @Test
    @Order(3)
    void publishesAnAddressAndItsChange() throws IOException {
        write("/etc/vpsdns/token", sandbox.token() + "\n", "600");
        write(
                "/etc/vpsdns/vpsdns.env",
                """
                VPS_API_URL=%s
                VPSDNS_NAMESERVERS=127.0.0.1:%d
                VPSDNS_ACME_SERVER=%s
                VPSDNS_ACME_AGREE_TOS=true
                """.formatted(sandbox.apiUrl(), sandbox.nameServers().get(0).getPort(), sandbox.acmeDirectory()),
                "640");
        write("/etc/vpsdns/ddns.yaml", """
                watch: 200ms
                addresses: { ipv4: "file:/etc/vpsdns/address" }
                records: [home.example.com]
                """, "644");
        write("/etc/vpsdns/address", "192.0.2.1\n", "644");

        machine.sh("systemctl enable --now vpsdns-ddns");
        await().atMost(PATIENCE).until(() -> addresses("home"), List.of("192.0.2.1")::equals);
        write("/etc/vpsdns/address", "192.0.2.2\n", "644");
        await().atMost(PATIENCE).until(() -> addresses("home"), List.of("192.0.2.2")::equals);

        assertThat(machine.sh("stat -c %A /var/lib/private/vpsdns-ddns/ddns.json"))
                .isEqualTo("-rw-------\n");
        assertThat(machine.sh("stat -c %u /proc/$(systemctl show -P MainPID vpsdns-ddns)"))
                .isNotEqualTo("0\n");
    }

    @Test
    @Order(4)
    void takesARoutersUpdate() throws Exception {
        String hash = machine.sh("echo " + Router.PASSWORD + " | vpsdns webhook hash-password");
        // Written over, as editors do it, so that the owner stays.
        Files.writeString(machine.file("/etc/vpsdns/webhook.yaml"), """
                listen: ["127.0.0.1:%d"]
                audit: /var/log/vpsdns-webhook/audit.jsonl
                %s
                """.formatted(router.port(), router.user(hash)));

        machine.sh("systemctl enable --now vpsdns-webhook");

        assertThat(router.update("192.0.2.3")).isEqualTo("good 192.0.2.3\n");
        assertThat(addresses("router")).containsExactly("192.0.2.3");
        await().atMost(PATIENCE)
                .until(() ->
                        machine.sh("cat /var/log/vpsdns-webhook/audit.jsonl").contains("\"event\":\"changed\""));
        assertThat(machine.sh("stat -c '%A %U' /var/lib/vpsdns-webhook /var/lib/vpsdns-webhook/webhook.db"))
                .isEqualTo("drwx------ vpsdns-webhook\n-rw------- vpsdns-webhook\n");
    }

    @Test
    @Order(5)
    void renewsACertificateAndHasAServerTakeIt() throws IOException {
        write("/etc/systemd/system/web.service", """
                [Service]
                ExecStart=/usr/bin/sleep infinity
                ExecReload=/usr/bin/cp /etc/web/fullchain.pem /run/served.pem
                """, "644");
        write("/usr/local/bin/deploy", """
                #!/bin/sh
                set -eu
                install -m 644 "$RENEWED_LINEAGE/fullchain.pem" /etc/web/
                install -o www-data -m 600 "$RENEWED_LINEAGE/privkey.pem" /etc/web/
                systemctl reload web
                """, "755");
        // The two things that an administrator may have to add: where the hook writes, and here, that it is due
        // already.
        machine.sh("mkdir -p /etc/web /etc/systemd/system/vpsdns-acme-renew.service.d");
        write("/etc/systemd/system/vpsdns-acme-renew.service.d/local.conf", """
                [Service]
                ReadWritePaths=/etc/web
                ExecStart=
                ExecStart=/usr/bin/vpsdns acme renew --force
                """, "644");
        machine.sh("systemctl daemon-reload; systemctl start web");

        machine.sh("set -a; . /etc/vpsdns/vpsdns.env; vpsdns acme issue --token-file /etc/vpsdns/token"
                + " -d example.com -d '*.example.com' --deploy-hook /usr/local/bin/deploy");
        String first = machine.sh("cat /run/served.pem");
        machine.sh("systemctl start vpsdns-acme-renew.service");

        assertThat(machine.sh("cat /run/served.pem"))
                .isNotEqualTo(first)
                .isEqualTo(machine.sh("cat /var/lib/vpsdns/acme/live/example.com/fullchain.pem"));
        assertThat(machine.sh("stat -c '%A %U' /etc/web/privkey.pem")).isEqualTo("-rw------- www-data\n");
        assertThat(sandbox.zones().records(ZONE))
                .noneMatch(record -> record.type().equals("TXT"));
        machine.sh("systemctl enable --now vpsdns-acme-renew.timer vpsdns-acme.service");
        await().atMost(PATIENCE)
                .until(() -> machine.trySh("systemctl is-active vpsdns-acme").status() == 0);
    }

    @Test
    @Order(6)
    void isUpgradedWithWhatRunsAndKeepsWhatWasWritten() throws Exception {
        String before = machine.sh("cat /etc/vpsdns/ddns.yaml /etc/vpsdns/webhook.yaml /etc/vpsdns/vpsdns.env");
        String running = machine.sh("systemctl show -P MainPID vpsdns-ddns vpsdns-webhook vpsdns-acme");
        Files.copy(newerPackage(), machine.file("/var/tmp/newer.deb"));

        machine.sh(INSTALL + "/var/tmp/newer.deb");

        assertThat(machine.sh("dpkg-query -W -f '${Version}' vpsdns")).isEqualTo("9999");
        assertThat(machine.sh("cat /etc/vpsdns/ddns.yaml /etc/vpsdns/webhook.yaml /etc/vpsdns/vpsdns.env"))
                .isEqualTo(before);
        assertThat(machine.sh("stat -c '%A %U:%G' /etc/vpsdns/webhook.yaml"))
                .isEqualTo("-rw-r----- root:vpsdns-webhook\n");
        assertThat(machine.sh("systemctl is-active vpsdns-ddns vpsdns-webhook vpsdns-acme vpsdns-acme-renew.timer"))
                .isEqualTo("active\n".repeat(4));
        assertThat(machine.sh("systemctl show -P MainPID vpsdns-ddns vpsdns-webhook vpsdns-acme")
                        .lines())
                .doesNotContainAnyElementsOf(
                        running.lines().filter(line -> !line.isEmpty()).toList());
        assertThat(router.update("192.0.2.3")).isEqualTo("nochg 192.0.2.3\n");
    }

    @Test
    @Order(7)
    void isRemovedWithoutItsData() {
        machine.sh("apt-get -q -y remove vpsdns");

        assertThat(machine.sh("systemctl list-units --no-legend 'vpsdns*'")).isEmpty();
        assertThat(machine.trySh("ls /usr/bin/vpsdns* /usr/lib/vpsdns /var/cache/vpsdns")
                        .said())
                .doesNotContain("\n/", ":\n");
        assertThat(machine.sh("ls /etc/vpsdns")).contains("ddns.yaml", "token", "webhook.yaml");
        assertThat(machine.sh("ls /var/lib/vpsdns/acme/live /var/lib/vpsdns-webhook /var/log/vpsdns-webhook"))
                .contains("example.com", "webhook.db", "audit.jsonl");
    }

    @Test
    @Order(8)
    void isPurgedWithAll() {
        machine.sh("apt-get -q -y purge vpsdns");

        assertThat(
                        machine.sh(
                                "find / -xdev -name '*vpsdns*' -not -path '/proc/*' -not -path '/sys/*' -not -path '/run/*'"
                                        + " -not -path '/var/tmp/*' -not -path '/var/log/*' -not -path '/etc/systemd/system/*.d'"))
                .isEmpty();
        assertThat(machine.sh("ls /var/log")).doesNotContain("vpsdns");
        assertThat(machine.sh("find /etc/systemd -type l -lname '*vpsdns*'")).isEmpty();
    }

    private void write(String path, String text, String mode) throws IOException {
        Files.createDirectories(machine.file(path).getParent());
        Files.writeString(machine.file(path), text);
        machine.sh("chmod " + mode + " " + path);
    }

    private List<String> addresses(String host) {
        return sandbox.zones().records(ZONE).stream()
                .filter(record -> record.name().equals(host) || record.name().startsWith(host + "."))
                .map(SandboxRecord::value)
                .toList();
    }

    /** The same package with a higher version, and other samples of its configuration. */
    private Path newerPackage() throws IOException {
        Path unpacked = work.resolve("unpacked");
        Command.of("dpkg-deb", "--raw-extract", Build.debianPackage().toString(), unpacked.toString())
                .succeed();
        Path control = unpacked.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("(?m)^Version: .*", "Version: 9999"));
        for (String name : List.of("ddns.yaml", "webhook.yaml", "vpsdns.env")) {
            Path sample = unpacked.resolve("etc/vpsdns").resolve(name);
            Files.writeString(sample, Files.readString(sample) + "# Of the newer version.\n");
        }
        Path newer = work.resolve("newer.deb");
        Command.of("dpkg-deb", "-Znone", "--build", unpacked.toString(), newer.toString())
                .succeed();
        return newer;
    }
}
