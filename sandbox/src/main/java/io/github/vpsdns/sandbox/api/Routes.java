// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.control.Listing;
import io.github.vpsdns.sandbox.state.AccessToken;
import io.github.vpsdns.sandbox.state.Permission;
import io.github.vpsdns.sandbox.state.SandboxState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documented paths and methods. Checks come in Django REST framework's order: path, token, then method and permission.
 */
final class Routes {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer)\\s+(vps_\\S+)");

    private record Route(Pattern path, Map<String, Operation> operations) {
        Route(String path, Map<String, Operation> operations) {
            this(Pattern.compile(path.replace("{id}", "([^/]+)")), operations);
        }

        String allowed() {
            return String.join(", ", operations.keySet().stream().sorted().toList());
        }
    }

    private final SandboxState state;
    private final List<Route> routes;

    Routes(SandboxState state, RecordRules rules) {
        this.state = state;
        ZoneResource zones = new ZoneResource(state);
        RecordResource records = new RecordResource(state, zones, rules);
        this.routes = List.of(
                new Route(
                        "/dns-zones/",
                        Map.of(
                                "GET", Operation.of(Permission.LIST, zones::list),
                                "POST", Operation.of(Permission.CREATE, zones::create))),
                new Route(
                        "/dns-zones/{id}/",
                        Map.of(
                                "GET", Operation.of(Permission.LIST, zones::show),
                                "DELETE", Operation.of(Permission.DELETE, zones::delete))),
                new Route(
                        "/dns-zones/{id}/records/",
                        Map.of(
                                "GET", Operation.of(Permission.LIST, records::listOfZone),
                                "POST", Operation.of(Permission.CREATE, records::create))),
                new Route("/dns-records/", Map.of("GET", Operation.of(Permission.LIST, records::listAll))),
                new Route(
                        "/dns-records/{id}/",
                        Map.of(
                                "GET", Operation.of(Permission.LIST, records::show),
                                "PUT", Operation.of(Permission.UPDATE, records::replace),
                                "PATCH", Operation.of(Permission.UPDATE, records::patch),
                                "DELETE", Operation.of(Permission.DELETE, records::delete))),
                new Route("/account/me/", Map.of("GET", Operation.ofAnyToken(AccountResource::me))));
    }

    Reply answer(Request request, Listing listing) {
        Optional<Route> route = request.inApi() ? find(request.path()) : Optional.empty();
        if (route.isEmpty()) {
            return unrouted(request);
        }
        try {
            return dispatch(route.get(), request, listing);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private Reply dispatch(Route route, Request request, Listing listing) {
        AccessToken token = authenticate(request);
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Operation operation = route.operations().get(method);
        if (operation == null) {
            throw Refusal.methodNotAllowed(request.method(), route.allowed());
        }
        operation.permission().filter(p -> !token.permissions().contains(p)).ifPresent(p -> {
            throw Refusal.forbidden(p.wireName());
        });
        Matcher path = route.path().matcher(request.path());
        String id = path.matches() && path.groupCount() == 1 ? path.group(1) : "";
        return operation.action().answer(new Operation.Context(request, token, id, listing));
    }

    private AccessToken authenticate(Request request) {
        String header = request.header("Authorization")
                .orElseThrow(() ->
                        Refusal.unauthorized("Authentication credentials were not provided.", "not_authenticated"));
        Matcher bearer = BEARER.matcher(header.strip());
        return (bearer.matches() ? state.token(bearer.group(1)) : Optional.<AccessToken>empty())
                .orElseThrow(() -> Refusal.unauthorized("Invalid API token", "authentication_failed"));
    }

    private Optional<Route> find(String path) {
        return routes.stream().filter(r -> r.path().matcher(path).matches()).findFirst();
    }

    /** Django's APPEND_SLASH, or its plain page for what it does not know. */
    private Reply unrouted(Request request) {
        if (!request.inApi() || find(request.path() + "/").isEmpty()) {
            return Reply.html(404, "Not Found", "The requested resource was not found on this server.");
        }
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return new Reply(301, Map.of("Content-Type", Reply.HTML_TYPE), new byte[0])
                .with("Location", ApiServer.ROOT + request.path() + "/" + query);
    }
}
