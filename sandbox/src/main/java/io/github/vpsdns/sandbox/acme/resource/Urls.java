// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.resource;

import io.github.vpsdns.sandbox.acme.control.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The URLs of the CA's resources, both ways. Immutable. */
public final class Urls {
    private static final String ID = "([A-Za-z0-9_-]+)";
    private static final Map<Pattern, Endpoint> PATHS = paths();

    private final String base;

    /**
     * URLs below an origin.
     *
     * @param base such as {@code http://127.0.0.1:14000}, without a slash at the end
     */
    public Urls(String base) {
        this.base = base;
    }

    /** What the path leads to; empty if to nothing. */
    public static Optional<Target> target(String path) {
        for (Map.Entry<Pattern, Endpoint> each : PATHS.entrySet()) {
            Matcher matcher = each.getKey().matcher(path);
            if (matcher.matches()) {
                List<String> ids = IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toList();
                return Optional.of(new Target(each.getValue(), ids));
            }
        }
        return Optional.empty();
    }

    private static Map<Pattern, Endpoint> paths() {
        Map<Pattern, Endpoint> paths = new LinkedHashMap<>();
        paths.put(Pattern.compile("/directory"), Endpoint.DIRECTORY);
        paths.put(Pattern.compile("/new-nonce"), Endpoint.NEW_NONCE);
        paths.put(Pattern.compile("/new-account"), Endpoint.NEW_ACCOUNT);
        paths.put(Pattern.compile("/account/" + ID), Endpoint.ACCOUNT);
        paths.put(Pattern.compile("/account/" + ID + "/orders"), Endpoint.ORDERS);
        paths.put(Pattern.compile("/new-order"), Endpoint.NEW_ORDER);
        paths.put(Pattern.compile("/order/" + ID), Endpoint.ORDER);
        paths.put(Pattern.compile("/order/" + ID + "/finalize"), Endpoint.FINALIZE);
        paths.put(Pattern.compile("/authz/" + ID), Endpoint.AUTHORIZATION);
        paths.put(Pattern.compile("/challenge/" + ID + "/" + ID), Endpoint.CHALLENGE);
        paths.put(Pattern.compile("/certificate/" + ID), Endpoint.CERTIFICATE);
        paths.put(Pattern.compile("/certificate/" + ID + "/([1-9])"), Endpoint.CERTIFICATE);
        paths.put(Pattern.compile("/revoke-cert"), Endpoint.REVOKE_CERT);
        paths.put(Pattern.compile("/key-change"), Endpoint.KEY_CHANGE);
        paths.put(Pattern.compile("/renewal-info/([^/]+)"), Endpoint.RENEWAL_INFO);
        paths.put(Pattern.compile("/terms"), Endpoint.TERMS);
        return paths;
    }

    /** The absolute URL of a path. */
    public String of(String path) {
        return base + path;
    }

    /** Where clients begin. */
    public String directory() {
        return of("/directory");
    }

    /** Account URLs are this and an id. */
    public String accountPrefix() {
        return of("/account/");
    }

    /** An account. */
    public String account(String id) {
        return accountPrefix() + id;
    }

    /** The list of an account's orders. */
    public String orders(String accountId) {
        return account(accountId) + "/orders";
    }

    /** An order. */
    public String order(String id) {
        return of("/order/" + id);
    }

    /** Where an order is finalized. */
    public String finalization(String orderId) {
        return order(orderId) + "/finalize";
    }

    /** An authorization. */
    public String authorization(String id) {
        return of("/authz/" + id);
    }

    /** A challenge. */
    public String challenge(String authorizationId, String id) {
        return of("/challenge/" + authorizationId + "/" + id);
    }

    /** A certificate in its default chain. */
    public String certificate(String id) {
        return of("/certificate/" + id);
    }

    /** A certificate in another chain, counted from 1. */
    public String alternate(String certificateId, int chain) {
        return certificate(certificateId) + "/" + chain;
    }

    /** The page of terms. */
    public String terms() {
        return of("/terms");
    }

    /** A page that tells why a certificate should be renewed at once. */
    public String explanation() {
        return of("/terms#revoked");
    }
}
