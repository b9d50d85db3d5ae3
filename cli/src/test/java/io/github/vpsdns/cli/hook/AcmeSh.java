// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Calls a function of {@code dns_vpsdns.sh} as acme.sh does: sourced into {@code sh}, beside its helper functions. */
final class AcmeSh {
    private static final Path SCRIPT = Path.of("src/main/dist/share/acme.sh/dns_vpsdns.sh");
    private static final Path HELPERS = Path.of("src/test/resources/acme.sh/helpers.sh");
    private static final String LINE = ". \"$HELPERS\" && . \"$SCRIPT\" && (\"$@\")";

    private final Path work;
    private final Map<String, String> environment = new TreeMap<>();

    AcmeSh(Path work) {
        this.work = work;
    }

    AcmeSh with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    AcmeSh without(String variable) {
        environment.remove(variable);
        return this;
    }

    Outcome run(String function, String name, String value) {
        Path out = work.resolve("out");
        Path err = work.resolve("err");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", LINE, "acme.sh", function, name, value)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("VPS"));
        builder.environment().putAll(environment);
        builder.environment().put("WORK", work.toString());
        builder.environment().put("SCRIPT", SCRIPT.toAbsolutePath().toString());
        builder.environment().put("HELPERS", HELPERS.toAbsolutePath().toString());
        try {
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("still running after a minute");
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What acme.sh would remember for the next run. */
    String accountConf() {
        return read("account.conf");
    }

    /** How long the script would have slept. */
    String sleeps() {
        return read("sleeps");
    }

    private String read(String file) {
        try {
            return Files.readString(work.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Outcome(int status, String out, String err) {}
}
