// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.detect.Reading.Reply;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.ddns.source.local.LocalAddresses;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the host's addresses by asking the sources of a rule.
 *
 * <ul>
 *   <li>As many sources are asked at once as must agree, in order of preference; one more as soon as one fails or says something
 *       else, and whenever 250 ms pass without enough answers. Enough equal answers end it, and what is still under way is broken off.
 *   <li>What the rule does not accept is taken out of an answer before answers are compared. Where the rule wants all addresses, equal
 *       sets agree; otherwise sources agree on an address that each of them tells: on the current one as long as it is among
 *       those, else on the one that the most preferred source puts first.
 *   <li>Agreement is that of independent sources: pages of one public host count once, and another page of the host is asked only
 *       when the first one fails. Pages within the own network (those without pace) count each.
 *   <li>A source is never read sooner than its pace after the last time, whichever rule it was read for; what it said then is not taken for
 *       news. Other sources are asked instead if they are enough. A reading that reached nobody (no route, no name server, connection
 *       refused) may be repeated after 5 s.
 *   <li>A source is read once at a time for each family: whoever wants it meanwhile, or another rule within 2 s, gets the same answer.
 *   <li>Watched sources are read in the calling thread, others each in a daemon thread that ends with the reading. A detection
 *       takes 10 s at most, a reading 5 s.
 *   <li>An interrupt breaks off everything under way.
 * </ul>
 *
 * <p>Pace is measured by the time it was given; waiting is done in real time. Thread-safe.
 */
public final class Detector {
    /**
     * How long things may take, in real time.
     *
     * @param whole a detection
     * @param source a reading
     * @param patience the wait for enough answers until one more source is asked
     */
    record Limits(Duration whole, Duration source, Duration patience) {}

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(250));

    private final Function<SourceSpec, AddressSource> sources;
    private final Supplier<?> network;
    private final Readings readings;
    private final Limits limits;

    /**
     * Creates a detector, which keeps in mind when it asked whom.
     *
     * @param sources gives the source of that name; is asked for each reading
     * @param time by which pace is measured
     */
    public Detector(Function<SourceSpec, AddressSource> sources, Timekeeper time) {
        this(sources, time, new LocalAddresses()::read, LIMITS, Readings.Starter.threads());
    }

    Detector(
            Function<SourceSpec, AddressSource> sources,
            Timekeeper time,
            Supplier<?> network,
            Limits limits,
            Readings.Starter starter) {
        this.sources = sources;
        this.network = network;
        this.limits = limits;
        readings = new Readings(sources, time, starter);
    }

    /**
     * Finds the addresses now. Blocks for at most 10 s, and only if the rule has sources that are not watched.
     *
     * @param rule how
     * @param family which family
     * @param current the addresses that count, empty if none do; they are preferred to others that are as good
     * @return the addresses, or why they are not known
     * @throws CancelledException if the thread is interrupted, whose flag is then set again
     */
    public Detection detect(AddressRule rule, Family family, List<InetAddress> current) {
        Round round = new Round(
                rule,
                family,
                current,
                source -> readings.hold(source, family, rule).isZero());
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        try {
            hold(round, rule, family, replies);
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("reading the " + family + " address", e);
        } finally {
            readings.leave(replies);
        }
        Optional<Detection.Found> found = round.found();
        return found.isPresent() ? found.get() : new Detection.Unknown(round.reason(), tryAfter(rule, family));
    }

    private void hold(Round round, AddressRule rule, Family family, BlockingQueue<Reply> replies)
            throws InterruptedException {
        Deadline deadline = Deadline.after(limits.whole(), Timekeeper.system());
        while (!deadline.expired()) {
            Optional<SourceSpec> next = round.next();
            if (next.isPresent()) {
                ask(next.get(), round, rule, family, deadline.cut(limits.source()), replies);
            } else if (round.isOver()) {
                return;
            } else {
                Reply reply = await(replies, deadline.cut(limits.patience()));
                if (reply == null) {
                    round.hurry();
                } else {
                    round.hear(reply.source(), reply.answer());
                }
            }
        }
    }

    private void ask(
            SourceSpec source,
            Round round,
            AddressRule rule,
            Family family,
            Duration limit,
            BlockingQueue<Reply> replies) {
        if (source.isWatched()) {
            round.hear(source, Answer.read(sources, source, family, limit));
        } else {
            readings.ask(source, family, rule, limit, replies);
        }
    }

    /** With fewer voices than must agree there is no use in trying. */
    private @Nullable Duration tryAfter(AddressRule rule, Family family) {
        Map<Voice, Duration> holds = rule.sources().stream()
                .filter(source -> Round.knows(source, family))
                .collect(Collectors.toMap(Voice::of, source -> readings.hold(source, family, rule), Detector::shorter));
        return holds.values().stream()
                .sorted()
                .skip(rule.agree() - 1L)
                .findFirst()
                .filter(hold -> !hold.isZero())
                .orElse(null);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Asks every source of a rule, all at once, as far as their pace allows. Blocks for at most 10 s.
     *
     * @param rule which sources, and what they may say
     * @param family which family
     * @return what each source says, in order of preference
     * @throws CancelledException if the thread is interrupted, whose flag is then set again
     */
    public List<SourceReport> survey(AddressRule rule, Family family) {
        return new Survey(sources, readings, rule, family)
                .take(Deadline.after(limits.whole(), Timekeeper.system()), limits.source());
    }

    /**
     * Tells what a detection finds where no source is late and all say what they said in a survey.
     *
     * @param rule the rule of the survey
     * @param family the family of the survey
     * @param reports the survey
     * @return the addresses, or why they are not known
     */
    public static Detection conclude(AddressRule rule, Family family, List<SourceReport> reports) {
        Round round = new Round(rule, family, List.of(), source -> true);
        List<SourceSpec> surveyed = rule.sources().stream().distinct().toList();
        for (int i = 0; i < surveyed.size(); i++) {
            SourceReport report = reports.get(i);
            round.hear(surveyed.get(i), new Heard(report.accepted(), report.refused(), report.problem()));
        }
        Optional<Detection.Found> found = round.found();
        return found.isPresent() ? found.get() : new Detection.Unknown(round.reason(), null);
    }

    /**
     * Looks at the watched sources of a rule, in the calling thread; waits for nothing but a file whose disk hangs, a second at most.
     *
     * @param rule which sources, and what they may say
     * @param family which family
     * @return something that is equal as long as they say the same
     */
    public Object glance(AddressRule rule, Family family) {
        return glances().apply(rule, family);
    }

    /**
     * Looks at the watched sources of many rules: like {@link #glance}, but each source is read once for all of them.
     *
     * @return gives the glance at a rule and family; for one thread, and one moment
     */
    public BiFunction<AddressRule, Family, Object> glances() {
        Map<Family, Map<SourceSpec, Answer>> seen = new EnumMap<>(Family.class);
        return (rule, family) -> glance(rule, family, seen.computeIfAbsent(family, none -> new HashMap<>()));
    }

    private Object glance(AddressRule rule, Family family, Map<SourceSpec, Answer> seen) {
        return rule.sources().stream()
                .filter(source -> source.isWatched() && Round.knows(source, family))
                .map(source -> {
                    Answer answer = seen.computeIfAbsent(
                            source, unseen -> Answer.read(sources, unseen, family, limits.source()));
                    Heard heard = Heard.of(source, answer, rule);
                    // What is refused comes and goes with containers and tunnels; it matters only where nothing else is
                    // there.
                    return heard.problem() == null ? heard.accepted() : heard.problem();
                })
                .toList();
    }

    /**
     * Looks at all addresses of the host's interfaces, in the calling thread and without waiting. When they change, the host may have come to
     * another network, and others may see it at another address.
     *
     * @return something that is equal as long as they are the same
     */
    public Object network() {
        try {
            return network.get();
        } catch (SourceException e) {
            return Objects.requireNonNullElse(e.getMessage(), "unreadable");
        }
    }

    private static @Nullable Reply await(BlockingQueue<Reply> replies, Duration limit) throws InterruptedException {
        return replies.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
