// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.core.testing.NetworkNamespace;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.bind.NamedServer;
import io.github.vpsdns.sandbox.control.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A network namespace with the API in the sandbox and a BIND9 server that it feeds, both on loopback in a second Java, and an
 * interface eth0 without addresses.
 */
final class NamespaceStage implements AutoCloseable {
    private final NetworkNamespace namespace;
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private final String apiUrl;
    private final String token;
    private final String namedPort;

    NamespaceStage() {
        namespace = NetworkNamespace.open();
        namespace.run("ip link add eth0 type veth peer name peer0; ip link set eth0 up; ip link set peer0 up");
        try {
            process = new ProcessBuilder(namespace.inside(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            NamespaceStage.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            namespace.close();
            throw new UncheckedIOException(e);
        }
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        apiUrl = answer();
        token = answer();
        namedPort = answer();
    }

    /** Changes the network. */
    void ip(String... commands) {
        namespace.run("ip " + String.join(" && ip ", commands));
    }

    /** What the name server has for a name, sorted, with spaces between. */
    String dig(String name, String type) {
        return namespace
                .run("dig +norecurse +short +tries=1 +time=2 -p " + namedPort + " @127.0.0.1 " + name + " " + type)
                .lines()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The built command, to be run inside. */
    Vpsdns vpsdns(Path work) {
        return new Vpsdns(work)
                .behind(namespace.inside())
                .with("VPS_API_URL", apiUrl)
                .with("VPS_API_TOKEN", token)
                .with("VPSDNS_NAMESERVERS", "127.0.0.1:" + namedPort);
    }

    /** How often the API was called since it was last asked, by method. */
    String calls() {
        try {
            questions.write("calls\n");
            questions.flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() {
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new AssertionError("the stage ended without a word");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the second Java end by itself, so that it ends its name server. */
    @Override
    public void close() {
        try {
            questions.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        } finally {
            namespace.close();
        }
    }

    /** The second Java. */
    public static void main(String[] arguments) throws IOException {
        try (NamedServer named = NamedServer.start();
                Sandbox sandbox = Sandbox.builder()
                        .withoutDns()
                        .withoutAcme()
                        .bind(named.target())
                        .zone(Stage.ZONE)
                        .start()) {
            System.out.println(sandbox.apiUrl());
            System.out.println(sandbox.token());
            System.out.println(named.address().getPort());
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                List<Call> calls = sandbox.calls().all();
                sandbox.calls().clear();
                Map<String, Long> byMethod = calls.stream()
                        .collect(Collectors.groupingBy(Call::method, TreeMap::new, Collectors.counting()));
                System.out.println(byMethod);
            }
        }
    }
}
