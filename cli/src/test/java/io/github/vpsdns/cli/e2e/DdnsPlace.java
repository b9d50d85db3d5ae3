// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/** A directory with all that the agent needs, a sandbox to work on, and an address in a file that tests change. */
final class DdnsPlace implements AutoCloseable {
    private final Path work;
    private final Sandbox sandbox =
            Sandbox.builder().withoutAcme().zone("example.com").start();

    DdnsPlace(Path work) {
        this.work = work;
        token(sandbox.token());
        address("192.0.2.1");
        configure("home.example.com");
    }

    /** The command as it is used here, without a token in its environment. */
    Vpsdns vpsdns() {
        return new Vpsdns(work)
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with(
                        "VPSDNS_NAMESERVERS",
                        sandbox.nameServers().stream()
                                .map(server -> server.getAddress().getHostAddress() + ":" + server.getPort())
                                .collect(Collectors.joining(",")))
                .with("VPSDNS_DDNS_CONFIG", work.resolve("ddns.yaml").toString());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    void configure(String... names) {
        configuration("records: [" + String.join(", ", names) + "]\n");
    }

    void configuration(String more) {
        write(
                "ddns.yaml",
                "api: { token-file: token }\nstate: state/ddns.json\nwatch: 200ms\naddresses: { ipv4: \"file:address\" }\n"
                        + more);
    }

    void address(String address) {
        write("address", address + "\n");
    }

    void token(String token) {
        write("token", token);
    }

    List<String> published() {
        return sandbox.zones().records("example.com").stream()
                .map(record -> record.name() + " " + record.type() + " " + record.value())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    /** Replaced in one step, as a careful administrator does it. */
    private void write(String name, String content) {
        try {
            Path file = Files.writeString(work.resolve(name + ".new"), content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Files.move(file, work.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
