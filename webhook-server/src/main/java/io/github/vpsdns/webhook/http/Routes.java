// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Shares calls out by their exact path, and by their method where that is given. Other paths are answered 404, other methods 405
 * with {@code Allow} (RFC 9110 section 15.5.6).
 *
 * <p>Immutable and thread-safe, as far as its endpoints are.
 */
public final class Routes implements Endpoint {
    private static final String ANY = "*";

    private final Map<String, Map<String, Endpoint>> paths;

    private Routes(Map<String, Map<String, Endpoint>> paths) {
        this.paths = paths;
    }

    /**
     * Begins to collect routes.
     *
     * @return a builder without any
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Tells whether there is anything at a path.
     *
     * @param path a decoded path
     * @return whether it is one of those given
     */
    public boolean has(String path) {
        return paths.containsKey(path);
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        Map<String, Endpoint> methods = paths.get(call.path());
        if (methods == null) {
            return CompletableFuture.completedStage(Replies.NOT_FOUND);
        }
        Endpoint endpoint = methods.getOrDefault(call.method(), methods.get(ANY));
        return endpoint == null
                ? CompletableFuture.completedStage(Replies.notAllowed(String.join(", ", methods.keySet())))
                : endpoint.answer(call);
    }

    /** Collects routes. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Map<String, Endpoint>> paths = new HashMap<>();

        private Builder() {}

        /**
         * Adds an endpoint for every method.
         *
         * @param path the exact, decoded path
         * @param endpoint what answers there
         * @return this
         * @throws IllegalArgumentException if there is one already
         */
        public Builder any(String path, Endpoint endpoint) {
            return route(ANY, path, endpoint);
        }

        /**
         * Adds an endpoint for GET, and so for HEAD.
         *
         * @param path the exact, decoded path
         * @param endpoint what answers there
         * @return this
         * @throws IllegalArgumentException if there is one already
         */
        public Builder get(String path, Endpoint endpoint) {
            return route("GET", path, endpoint);
        }

        /**
         * Adds an endpoint for POST.
         *
         * @param path the exact, decoded path
         * @param endpoint what answers there
         * @return this
         * @throws IllegalArgumentException if there is one already
         */
        public Builder post(String path, Endpoint endpoint) {
            return route("POST", path, endpoint);
        }

        private Builder route(String method, String path, Endpoint endpoint) {
            requireNonNull(endpoint, "endpoint");
            if (paths.computeIfAbsent(path, any -> new TreeMap<>()).putIfAbsent(method, endpoint) != null) {
                throw new IllegalArgumentException("two endpoints for " + method + " " + path);
            }
            return this;
        }

        /**
         * Makes the routes.
         *
         * @return the routes collected so far
         */
        public Routes build() {
            Map<String, Map<String, Endpoint>> copy = new HashMap<>();
            paths.forEach((path, methods) -> copy.put(path, new TreeMap<>(methods)));
            return new Routes(Map.copyOf(copy));
        }
    }
}
