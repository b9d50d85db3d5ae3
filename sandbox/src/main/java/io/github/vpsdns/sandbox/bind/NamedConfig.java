// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The configuration files of a {@link NamedServer}, and the ports they name. */
record NamedConfig(Path file, Path rndcFile, int port) {
    /** The directory for zone files, below the server's own. */
    static final String ZONES = "zones";

    static NamedConfig write(Path home, int port, int controlPort, boolean recursion) throws IOException {
        Path zones = Files.createDirectory(home.resolve(ZONES));
        Path included = Files.createFile(zones.resolve(ZoneDirectory.CONFIG));
        String key = key();
        Path rndc = home.resolve("rndc.conf");
        Files.writeString(rndc, key + rndcOptions(controlPort), StandardCharsets.US_ASCII);
        Path named = home.resolve("named.conf");
        String text = key + options(home, port, controlPort, recursion) + "include \"" + included + "\";\n";
        Files.writeString(named, text, StandardCharsets.US_ASCII);
        return new NamedConfig(named, rndc, port);
    }

    private static String key() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return "key \"sandbox\" { algorithm hmac-sha256; secret \""
                + Base64.getEncoder().encodeToString(secret) + "\"; };\n";
    }

    private static String rndcOptions(int controlPort) {
        return "options { default-key \"sandbox\"; default-server 127.0.0.1; default-port " + controlPort + "; };\n";
    }

    private static String options(Path home, int port, int controlPort, boolean recursion) {
        return """
                options {
                  directory "%s";
                  pid-file none;
                  lock-file none;
                  session-keyfile none;
                  listen-on port %d { 127.0.0.1; };
                  listen-on-v6 { none; };
                  recursion %s;
                  allow-query { any; };
                  allow-transfer { none; };
                  notify no;
                  dnssec-validation no;
                  empty-zones-enable no;
                };
                controls { inet 127.0.0.1 port %d allow { 127.0.0.1; } keys { "sandbox"; }; };
                """.formatted(home, port, recursion ? "yes" : "no", controlPort);
    }
}
