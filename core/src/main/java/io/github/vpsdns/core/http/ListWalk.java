// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.IncompleteListException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.time.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list from its first entry to its last, whatever shape the API gives it, with a few entries in memory at a time.
 *
 * <p>The samples of the API show a bare array, its prose says "paginated": both are read. Links are followed as far as they
 * lead; where a count promises more than came and there is no link, pages are asked for by number. A list that is not whole by
 * then is an {@link IncompleteListException}, for what was not seen must not be taken for absent. When a connection breaks in
 * the middle of a page, the page is read again and what was seen of it is left out.
 *
 * <p>The deadline counts the time that a caller is made to wait, not the time it takes between entries, and begins anew with each
 * page, for the longest list may take the longest time as long as it comes on. Confined to one thread at a time.
 *
 * @param <T> what an entry becomes
 */
final class ListWalk<T> extends Spliterators.AbstractSpliterator<T> {
    static final int MAX_PAGES = 10_000;
    private static final int BATCH = 200;

    private final Operation operation;
    private final Function<JsonNode, @Nullable T> entry;
    private final HttpUrl list;
    private final int maxPages;
    private final Deque<T> ready = new ArrayDeque<>();
    private final SeenIds seen = new SeenIds();
    private final Set<HttpUrl> visited = new HashSet<>();
    private HttpUrl url;
    private Attempts attempts;
    private final Duration limit;
    private Duration left;
    private @Nullable ListPage<T> page;
    private @Nullable Exchange<ListPage<T>> exchange;
    private int pages;
    private long newOnPage;
    private @Nullable Long expected;
    private boolean byNumber;
    private boolean finished;

    ListWalk(Operation operation, HttpUrl list, Function<JsonNode, @Nullable T> entry, int maxPages) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.operation = operation;
        this.entry = entry;
        this.list = list;
        this.maxPages = maxPages;
        this.url = list;
        this.attempts = operation.attempts();
        this.limit = operation.deadline().remaining();
        this.left = limit;
        visited.add(list);
    }

    Stream<T> stream() {
        return StreamSupport.stream(this, false).onClose(this::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        while (ready.isEmpty() && !finished) {
            pull();
        }
        T value = ready.poll();
        if (value == null) {
            return false;
        }
        action.accept(value);
        return true;
    }

    private void pull() {
        Deadline deadline = Deadline.after(left, operation.transport().time());
        boolean done = false;
        int pagesBefore = pages;
        try {
            ListPage<T> current = page == null ? openPage(deadline) : page;
            if (current != null) {
                readOn(current, deadline);
            }
            done = true;
        } finally {
            left = pages > pagesBefore ? limit : deadline.remaining();
            if (!done) {
                close();
            }
        }
    }

    private @Nullable ListPage<T> openPage(Deadline deadline) {
        try {
            exchange = operation.open(url, attempts.next(), reply -> ListPage.open(reply, entry));
            page = exchange.await(deadline.remaining());
            return page;
        } catch (NotFoundException e) {
            if (byNumber) {
                finish(null);
                return null;
            }
            if (pages > 0) {
                throw IncompleteListException.cutOff(
                        operation.description(), seen.size(), e.problem().body());
            }
            throw e;
        } catch (VpsDnsException e) {
            again(e, deadline);
            return null;
        }
    }

    private void readOn(ListPage<T> current, Deadline deadline) {
        List<ListPage.Entry<T>> entries;
        try {
            entries =
                    operation.transport().run(() -> current.read(BATCH, seen.size()), deadline.remaining(), exchange());
        } catch (TransportException e) {
            again(e, deadline);
            return;
        }
        for (ListPage.Entry<T> each : entries) {
            if (seen.add(each.id())) {
                newOnPage++;
                if (each.value() != null) {
                    ready.add(each.value());
                }
            }
        }
        if (current.atEnd()) {
            closePage();
            pages++;
            afterPage(current);
            attempts = operation.attempts();
            newOnPage = 0;
        }
    }

    private void again(VpsDnsException failure, Deadline deadline) {
        closePage();
        if (!Failures.pass(failure)) {
            throw failure;
        }
        attempts.pause(failure, deadline);
    }

    private void afterPage(ListPage<T> read) {
        String next = read.next();
        Long count = read.count();
        if (read.isArray()) {
            if (pages > 1) {
                throw refuse("a page that is a bare array, after pages that were objects");
            }
            finished = true;
        } else if (byNumber) {
            if (newOnPage == 0 || isWhole(count)) {
                finish(count);
            } else {
                goTo(numbered(pages + 1));
            }
        } else if (next != null) {
            if (newOnPage == 0) {
                throw refuse("a page without any new entry that links to another");
            }
            goTo(link(next));
        } else if (pages == 1 && newOnPage > 0 && !isWhole(count)) {
            byNumber = true;
            expected = count;
            goTo(numbered(2));
        } else {
            finish(count);
        }
    }

    private boolean isWhole(@Nullable Long count) {
        return count == null || seen.size() >= count;
    }

    private void finish(@Nullable Long count) {
        Long announced = count == null ? expected : count;
        if (!isWhole(announced) && announced != null) {
            throw new IncompleteListException(operation.description(), announced, seen.size());
        }
        finished = true;
    }

    private HttpUrl numbered(int number) {
        return list.newBuilder()
                .setQueryParameter("page", Integer.toString(number))
                .build();
    }

    private HttpUrl link(String next) {
        try {
            return Endpoint.follow(list, next);
        } catch (UnexpectedShapeException e) {
            throw refuse(e.getMessage());
        }
    }

    private void goTo(HttpUrl target) {
        if (!visited.add(target)) {
            throw refuse("a link back to a page that was read already");
        }
        if (pages >= maxPages) {
            throw refuse("more than " + maxPages + " pages");
        }
        url = target;
    }

    private ProtocolException refuse(@Nullable String problem) {
        String told = operation.transport().redact("the API sent " + problem);
        return new ProtocolException(operation.description(), 200, told, "", null);
    }

    private Exchange<ListPage<T>> exchange() {
        if (exchange == null) {
            throw new IllegalStateException("no page is open");
        }
        return exchange;
    }

    private void closePage() {
        if (exchange != null) {
            exchange.close();
        }
        if (page != null) {
            page.close();
        }
        exchange = null;
        page = null;
    }

    private void close() {
        finished = true;
        ready.clear();
        closePage();
    }
}
