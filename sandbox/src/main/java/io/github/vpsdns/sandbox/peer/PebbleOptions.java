// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.peer;

import io.github.vpsdns.sandbox.peer.PebbleServer.Whims;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which Pebble is run, and how it is set up. Immutable and thread-safe; each method returns a changed copy.
 *
 * @param program what {@link Programs#find} finds: {@code pebble}, or {@code pebble-2.10} for one that has renewal information,
 *     profiles and dns-account-01
 * @param whims how it misbehaves
 * @param profiles how long certificates are valid, by the profile's name; heeded by 2.10 and later. Empty for its own
 * @param validates whether it looks up challenges; otherwise it takes all for proven, unseen
 * @param externalAccounts HMAC keys in base64url, by key identifier. Unless empty, an account must be bound to one of them
 */
public record PebbleOptions(
        String program,
        Whims whims,
        Map<String, Duration> profiles,
        boolean validates,
        Map<String, String> externalAccounts) {
    /** The installed one, as it is without any option, and without whims. */
    public static final PebbleOptions DEFAULT = new PebbleOptions("pebble", Whims.NONE, Map.of(), true, Map.of());

    /** Copies the maps. */
    public PebbleOptions {
        profiles = Map.copyOf(profiles);
        externalAccounts = Map.copyOf(externalAccounts);
    }

    /**
     * Chooses the program.
     *
     * @param name such as {@code pebble-2.10}
     * @return the changed options
     */
    public PebbleOptions withProgram(String name) {
        return new PebbleOptions(name, whims, profiles, validates, externalAccounts);
    }

    /**
     * Makes it misbehave.
     *
     * @param wanted how
     * @return the changed options
     */
    public PebbleOptions withWhims(Whims wanted) {
        return new PebbleOptions(program, wanted, profiles, validates, externalAccounts);
    }

    /**
     * Adds a profile.
     *
     * @param name what an order asks for
     * @param validity how long certificates of it are valid; whole seconds
     * @return the changed options
     */
    public PebbleOptions withProfile(String name, Duration validity) {
        Map<String, Duration> more = new TreeMap<>(profiles);
        more.put(name, validity);
        return new PebbleOptions(program, whims, more, validates, externalAccounts);
    }

    /**
     * Makes it take every challenge for proven, for tests of what comes after.
     *
     * @return the changed options
     */
    public PebbleOptions withoutValidation() {
        return new PebbleOptions(program, whims, profiles, false, externalAccounts);
    }

    /**
     * Makes accounts only for its customers, of whom this is one.
     *
     * @param keyId the key identifier
     * @param hmac the HMAC key in base64url
     * @return the changed options
     */
    public PebbleOptions withExternalAccount(String keyId, String hmac) {
        Map<String, String> more = new TreeMap<>(externalAccounts);
        more.put(keyId, hmac);
        return new PebbleOptions(program, whims, profiles, validates, more);
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(whims.environment());
        if (!validates) {
            environment.put("PEBBLE_VA_ALWAYS_VALID", "1");
        }
        return environment;
    }

    String configuration(LoopbackCertificate certificate, int port, int managementPort) {
        String described = profiles.entrySet().stream()
                .map(profile -> "\"%s\": {\"description\": \"a test profile\", \"validityPeriod\": %d}"
                        .formatted(profile.getKey(), profile.getValue().toSeconds()))
                .collect(Collectors.joining(", "));
        String keys = externalAccounts.entrySet().stream()
                .map(account -> "\"%s\": \"%s\"".formatted(account.getKey(), account.getValue()))
                .collect(Collectors.joining(", "));
        return """
                {"pebble": {
                  "listenAddress": "127.0.0.1:%d",
                  "managementListenAddress": "127.0.0.1:%d",
                  "certificate": "%s",
                  "privateKey": "%s",
                  "httpPort": 5002,
                  "tlsPort": 5001,
                  "ocspResponderURL": "",
                  "profiles": {%s},
                  "externalAccountBindingRequired": %b,
                  "externalAccountMACKeys": {%s}
                }}
                """.formatted(
                        port,
                        managementPort,
                        certificate.certificate(),
                        certificate.key(),
                        described,
                        !externalAccounts.isEmpty(),
                        keys);
    }
}
