// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.control.Listing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a list in one of the {@link ListShape}s, as Django REST framework's paginators do. */
final class Pages {
    private static final String FOREIGN_ORIGIN = "http://backend.internal.test:8000";

    private final Request request;
    private final List<? extends JsonNode> all;
    private final int size;

    private Pages(Request request, List<? extends JsonNode> all, int size) {
        this.request = request;
        this.all = all;
        this.size = size;
    }

    static <T> Reply reply(Request request, List<T> all, Function<T, ? extends JsonNode> json, Listing listing) {
        return Reply.json(200, new Pages(request, written(all, json), listing.pageSize()).body(listing.shape()));
    }

    /** A page is a small part of a long list, and only what is on it becomes JSON. */
    private static <T> List<JsonNode> written(List<T> all, Function<T, ? extends JsonNode> json) {
        return new AbstractList<>() {
            @Override
            public JsonNode get(int index) {
                return json.apply(all.get(index));
            }

            @Override
            public int size() {
                return all.size();
            }
        };
    }

    private JsonNode body(ListShape shape) {
        return switch (shape) {
            case ARRAY -> Json.array(all);
            case SHORT_ARRAY -> Json.array(slice(0));
            case RESULTS -> counted(all);
            case SHORT -> counted(slice(0));
            case HIDDEN_PAGES -> counted(slice(pageStart()));
            case PAGES -> numbered(request.origin(), false);
            case FOREIGN_NEXT -> numbered(FOREIGN_ORIGIN, false);
            case LOOP -> numbered(request.origin(), true);
            case OFFSET -> byOffset();
            case CURSOR -> byCursor();
        };
    }

    private ObjectNode counted(List<? extends JsonNode> shown) {
        return Json.object().put("count", all.size()).set("results", Json.array(shown));
    }

    private ObjectNode linked(@Nullable String next, @Nullable String previous, int from) {
        return Json.object().put("next", next).put("previous", previous).set("results", Json.array(slice(from)));
    }

    private ObjectNode numbered(String origin, boolean loop) {
        int from = pageStart();
        int page = from / size + 1;
        boolean more = from + size < all.size();
        String next = loop ? link(origin, "page", "1") : link(origin, "page", Integer.toString(page + 1));
        String previous = page == 2 ? link(origin, "page", null) : link(origin, "page", Integer.toString(page - 1));
        ObjectNode body = Json.object().put("count", all.size());
        body.setAll(linked(more || loop ? next : null, page > 1 ? previous : null, from));
        return body;
    }

    private ObjectNode byOffset() {
        int from = Math.min(number("offset", 0), all.size());
        int limit = Math.max(1, Math.min(size, number("limit", size)));
        Pages cut = new Pages(request, all, limit);
        String next = cut.offsetLink(limit, from + limit);
        String previous = cut.offsetLink(limit, Math.max(0, from - limit));
        ObjectNode body = Json.object().put("count", all.size());
        body.setAll(cut.linked(from + limit < all.size() ? next : null, from > 0 ? previous : null, from));
        return body;
    }

    private ObjectNode byCursor() {
        int from = request.parameter("cursor").map(Pages::position).orElse(0);
        String next = link(request.origin(), "cursor", cursor(from + size));
        String previous = link(request.origin(), "cursor", cursor(Math.max(0, from - size)));
        return linked(from + size < all.size() ? next : null, from > 0 ? previous : null, from);
    }

    private int pageStart() {
        int page = number("page", 1);
        int pages = Math.max(1, (all.size() + size - 1) / size);
        if (page < 1 || page > pages) {
            throw Refusal.noSuchPage("Invalid page.");
        }
        return (page - 1) * size;
    }

    private int number(String parameter, int otherwise) {
        String text = request.parameter(parameter).orElse(Integer.toString(otherwise));
        if (text.matches("[0-9]{1,9}")) {
            return Integer.parseInt(text);
        }
        if (parameter.equals("page")) {
            throw Refusal.noSuchPage("Invalid page.");
        }
        return otherwise;
    }

    private List<? extends JsonNode> slice(int from) {
        return all.subList(Math.min(from, all.size()), Math.min(from + size, all.size()));
    }

    private String offsetLink(int limit, int offset) {
        String limited = link(request.origin(), "limit", Integer.toString(limit), "offset");
        return offset == 0 ? limited : limited + "&offset=" + offset;
    }

    /** The absolute URL of the same list with one parameter changed, or left out if null; others may be dropped. */
    private String link(String origin, String parameter, @Nullable String value, String... dropped) {
        Stream<String> kept = Arrays.stream(request.query().split("&"))
                .filter(p -> !p.isEmpty())
                .filter(p -> !p.split("=", 2)[0].equals(parameter))
                .filter(p -> !Arrays.asList(dropped).contains(p.split("=", 2)[0]));
        Stream<String> own = value == null
                ? Stream.empty()
                : Stream.of(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        String query = Stream.concat(kept, own).collect(Collectors.joining("&"));
        return origin + ApiServer.ROOT + request.path() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String cursor(int position) {
        byte[] text = ("p=" + position).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(text);
    }

    private static int position(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.matches("p=[0-9]{1,9}")) {
                return Integer.parseInt(text.substring(2));
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: refused below, as everything else that is no cursor of ours.
        }
        throw Refusal.noSuchPage("Invalid cursor");
    }
}
