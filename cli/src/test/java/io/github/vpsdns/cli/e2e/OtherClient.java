// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Another ACME client as its own process, in an environment from which its hook finds the API and the name servers. */
public final class OtherClient {
    static final String HOOK = Path.of(System.getProperty("vpsdns.home"), "bin", "vpsdns-acme-hook")
            .toString();

    private final Path work;
    private final Map<String, String> environment = new TreeMap<>();
    private int runs;

    public OtherClient(Stage stage, Path work) {
        this.work = work;
        environment.put("HOME", work.toString());
        environment.put("VPS_API_URL", stage.sandbox().apiUrl().toString());
        environment.put("VPS_API_TOKEN", stage.sandbox().token());
        environment.put("VPS_API_TIMEOUT", "10s");
        environment.put("VPSDNS_NAMESERVERS", stage.nameServers());
    }

    public OtherClient with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public OtherClient without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Runs to the end. */
    public Vpsdns.Outcome run(String... command) {
        runs++;
        Path out = work.resolve("client-out-" + runs);
        Path err = work.resolve("client-err-" + runs);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("VPS") || name.startsWith("CERTBOT"));
        builder.environment().putAll(environment);
        try {
            return new Vpsdns.Running(List.of(command), builder.start(), out, err).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
