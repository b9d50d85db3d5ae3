// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.ddns.detect.Reading.Reply;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Asks every source of a rule once. */
final class Survey {
    private final Function<SourceSpec, AddressSource> sources;
    private final Readings readings;
    private final AddressRule rule;
    private final Family family;
    private final Map<SourceSpec, Reply> heard = new HashMap<>();

    Survey(Function<SourceSpec, AddressSource> sources, Readings readings, AddressRule rule, Family family) {
        this.sources = sources;
        this.readings = readings;
        this.rule = rule;
        this.family = family;
    }

    List<SourceReport> take(Deadline deadline, Duration limit) {
        List<SourceSpec> all = rule.sources().stream().distinct().toList();
        List<SourceSpec> able =
                all.stream().filter(source -> Round.knows(source, family)).toList();
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        try {
            able.stream()
                    .filter(source -> !source.isWatched())
                    .forEach(source -> readings.ask(source, family, rule, limit, replies));
            able.stream().filter(SourceSpec::isWatched).forEach(source -> replies.add(look(source, limit)));
            await(able.size(), replies, deadline);
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("reading the " + family + " address", e);
        } finally {
            readings.leave(replies);
        }
        return all.stream().map(this::report).toList();
    }

    private Reply look(SourceSpec source, Duration limit) {
        long began = System.nanoTime();
        Answer answer = Answer.read(sources, source, family, limit);
        return new Reply(source, answer, Duration.ofNanos(System.nanoTime() - began));
    }

    private void await(int count, BlockingQueue<Reply> replies, Deadline deadline) throws InterruptedException {
        while (heard.size() < count && !deadline.expired()) {
            Reply reply = replies.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (reply != null) {
                heard.put(reply.source(), reply);
            }
        }
    }

    private SourceReport report(SourceSpec source) {
        Reply reply = heard.get(source);
        if (reply == null) {
            String why = Round.knows(source, family) ? " has not answered in time" : " has no " + family + " address";
            return new SourceReport(source.toString(), List.of(), List.of(), source + why, Duration.ZERO);
        }
        Heard said = Heard.of(source, reply.answer(), rule);
        return new SourceReport(source.toString(), said.accepted(), said.refused(), said.problem(), reply.took());
    }
}
