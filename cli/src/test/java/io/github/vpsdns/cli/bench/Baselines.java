// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.peer.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes that the agent is compared with. */
final class Baselines {
    private Baselines() {}

    /** Starts a JVM that does nothing, with the options of one that does. */
    static Process idleJvm(Process like) throws IOException {
        return java(like, IdleJvm.class).start();
    }

    /** Prepares a class of ours to run in a JVM with the options of another process. */
    static ProcessBuilder java(Process like, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        for (String word : commandLine(like)) {
            if (word.equals("-cp") || word.equals("-jar")) {
                break;
            }
            command.add(word);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Starts ddclient for one name, if it is installed, with an address that does not change and nobody to send it to. */
    static Optional<Process> ddclient(Path directory) throws IOException {
        Optional<Path> program = Programs.find("ddclient");
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path configuration = directory.resolve("ddclient.conf");
        Files.createFile(
                configuration, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration, """
                protocol=dyndns2, server=127.0.0.1:9, login=bench, password=bench, use=ip, ip=203.0.113.1, \
                host0.bench.example
                """);
        return Optional.of(new ProcessBuilder(
                        program.get().toString(),
                        "-foreground",
                        "-daemon=300",
                        "-file=" + configuration,
                        "-cache=" + directory.resolve("ddclient.cache"),
                        "-pid=" + directory.resolve("ddclient.pid"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("ddclient.log").toFile())
                .start());
    }

    private static List<String> commandLine(Process process) throws IOException {
        return List.of(Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .split("\0", -1));
    }
}
