// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.NetworkNamespace;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A second Java inside of a network namespace, which reads addresses there when asked and says what it read. */
final class Reader implements AutoCloseable {
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    Reader(NetworkNamespace namespace) {
        try {
            process = new ProcessBuilder(namespace.inside(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Reader.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Reads an interface's IPv6 addresses: as text, or why there are none. */
    String ipv6(String interfaceName) {
        return ask("IPV6 1 " + interfaceName);
    }

    /** Reads an interface's IPv4 addresses: as text, or why there are none. */
    String ipv4(String interfaceName) {
        return ask("IPV4 1 " + interfaceName);
    }

    /** Reads again and again, and returns how often it was what. */
    String ipv6Often(int times, String interfaceName) {
        return ask("IPV6 " + times + " " + interfaceName);
    }

    /** Reads how the namespace is attached. */
    String attachment() {
        return ask("attachment");
    }

    private String ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new AssertionError("the reader ended without a word");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The second Java. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("attachment")) {
                System.out.println(new LocalAddresses().read());
                continue;
            }
            String[] question = line.split(" ", 3);
            InterfaceSource source = new InterfaceSource(new SourceSpec.Interface(question[2]));
            Map<String, Integer> said = new TreeMap<>();
            for (int i = Integer.parseInt(question[1]); i > 0; i--) {
                said.merge(once(source, Family.valueOf(question[0])), 1, Integer::sum);
            }
            System.out.println(
                    question[1].equals("1") ? said.keySet().iterator().next() : said);
        }
    }

    private static String once(InterfaceSource source, Family family) {
        try {
            return source.read(family, Duration.ofSeconds(1)).stream()
                    .map(Family::text)
                    .collect(Collectors.joining(" "));
        } catch (SourceException e) {
            return e.getMessage();
        }
    }
}
