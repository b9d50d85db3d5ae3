// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static io.github.vpsdns.core.api.ApiFixture.array;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.record;
import static io.github.vpsdns.core.api.ApiFixture.status;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * A zone whose records are really kept, and whose POSTs can be carried out, answered, lost and delayed apart. Beside it are
 * records of other zones, which a list shows that is not of this zone's own path: filters are ignored.
 */
final class StatefulZone extends Dispatcher {
    private final Map<String, String> records = new LinkedHashMap<>();
    private final Map<String, String> elsewhere = new LinkedHashMap<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<Integer> late = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private @Nullable Step everyPost;
    private @Nullable MockResponse listAnswer;
    private Runnable afterPosts = () -> {};
    private int afterCount = Integer.MAX_VALUE;
    private int posts;
    private int made;
    private int hiddenLists;

    /**
     * What becomes of one POST.
     *
     * @param commit whether it is carried out before it is answered
     * @param held whether it waits for {@link #releaseAll} first
     * @param commitAtPost the number of the POST with which it is carried out although its connection is gone, or 0
     * @param hide how many lists do not show any record yet
     * @param answer what is answered instead of the record, or {@code null}
     */
    record Step(
            boolean commit,
            boolean held,
            int commitAtPost,
            int hide,
            @Nullable MockResponse answer) {
        static Step commitThen(MockResponse answer) {
            return new Step(true, false, 0, 0, answer);
        }

        static Step loseWith(MockResponse answer) {
            return new Step(false, false, 0, 0, answer);
        }

        static Step commitWhenReleased() {
            return new Step(true, true, 0, 0, null);
        }

        static Step commitAfterPosts(int post, MockResponse answer) {
            return new Step(false, false, post, 0, answer);
        }

        static Step commitUnlistedThen(MockResponse answer, int lists) {
            return new Step(true, false, 0, lists, answer);
        }
    }

    synchronized void onPost(Step... script) {
        steps.addAll(List.of(script));
    }

    synchronized void onEveryPost(Step step) {
        everyPost = step;
    }

    synchronized void answerListsWith(MockResponse answer) {
        listAnswer = answer;
    }

    synchronized void hideFromNextLists(int lists) {
        hiddenLists = lists;
    }

    synchronized void afterPosts(int count, Runnable action) {
        afterCount = count;
        afterPosts = action;
    }

    synchronized void add(String id, String type, String name, String value) {
        records.put(id, record(id, type, name, value, "null", "2020-01-01T00:00:00Z"));
    }

    synchronized void addElsewhere(String id, String type, String name, String value) {
        elsewhere.put(id, record(id, type, name, value, "null", "2030-01-01T00:00:00Z"));
    }

    void releaseAll() {
        released.countDown();
    }

    synchronized List<String> ids() {
        return List.copyOf(records.keySet());
    }

    synchronized List<String> idsElsewhere() {
        return List.copyOf(elsewhere.keySet());
    }

    synchronized int posts() {
        return posts;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        return switch (request.getMethod()) {
            case "POST" -> post();
            case "DELETE" -> delete(request.getUrl().pathSegments().get(3));
            default -> list(request.getUrl().encodedPath().endsWith("/dns-zones/" + ZONE.id() + "/records/"));
        };
    }

    private MockResponse post() throws InterruptedException {
        Step step;
        synchronized (this) {
            posts++;
            if (posts == afterCount) {
                afterPosts.run();
            }
            step = steps.isEmpty() ? everyPost : steps.poll();
            hiddenLists = step == null ? hiddenLists : Math.max(hiddenLists, step.hide());
            if (step != null && step.commitAtPost() > 0) {
                late.add(step.commitAtPost());
            }
        }
        if (step != null && step.held()) {
            released.await();
        }
        synchronized (this) {
            String body = step == null || step.commit() ? make() : "";
            long due = late.stream().filter(post -> post == posts).count();
            late.removeIf(post -> post == posts);
            for (long made = 0; made < due; made++) {
                make();
            }
            return step == null || step.answer() == null ? json(201, body) : step.answer();
        }
    }

    private String make() {
        String id = "made-" + ++made;
        String at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(made).toString();
        records.put(id, record(id, "TXT", "_acme-challenge", "v1", "null", at));
        return records.get(id);
    }

    private synchronized MockResponse delete(String id) {
        return records.remove(id) == null && elsewhere.remove(id) == null ? status(404) : status(204);
    }

    private synchronized MockResponse list(boolean ofTheZone) {
        if (listAnswer != null) {
            return listAnswer;
        }
        if (hiddenLists > 0) {
            hiddenLists--;
            return json(200, "[]");
        }
        List<String> shown = new ArrayList<>(records.values());
        shown.addAll(ofTheZone ? List.of() : elsewhere.values());
        return json(200, array(shown.toArray(String[]::new)));
    }
}
