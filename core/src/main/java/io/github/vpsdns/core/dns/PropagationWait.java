// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.dns.internal.Exchanger;
import io.github.vpsdns.core.dns.internal.Reply;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One wait for values to be at all servers: asks, listens and pauses in turn, all in the caller's thread, until all is there or
 * time is out. Used once.
 */
final class PropagationWait {
    private final List<ServerPace> servers;
    private final List<Progress> all;
    private final PropagationPolicy policy;
    private final PropagationListener listener;
    private final Duration queryTimeout;
    private final Timekeeper time;
    private final long startNanos;

    /** What was asked of whom. */
    private record Asked(ServerPace server, Progress progress) {}

    PropagationWait(
            List<NameServer> servers,
            List<Target> targets,
            PropagationPolicy policy,
            PropagationListener listener,
            Duration queryTimeout,
            Timekeeper time) {
        this.servers = servers.stream()
                .map(server -> new ServerPace(server, policy.interval()))
                .toList();
        this.all = targets.stream()
                .map(target -> new Progress(target, this.servers))
                .toList();
        this.policy = policy;
        this.listener = listener;
        this.queryTimeout = queryTimeout;
        this.time = time;
        this.startNanos = time.nanoTime();
    }

    List<PropagationReport> run() {
        Deadline deadline = Deadline.after(policy.timeout(), time);
        try (Exchanger<Asked> io = new Exchanger<>(queryTimeout)) {
            while (!isFinished()) {
                if (deadline.expired()) {
                    throw new PropagationTimeoutException(firstUnfinished(), reports());
                }
                servers.forEach(server -> ask(server, io));
                Duration pause = deadline.cut(untilNext());
                if (io.isIdle()) {
                    time.sleep(pause);
                } else {
                    note(io.await(pause));
                }
            }
            return reports();
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("waiting for new values to be at all name servers", e);
        }
    }

    private void ask(ServerPace server, Exchanger<Asked> io) {
        server.begin(lackedBy(server).toList(), elapsed());
        for (Progress next = server.next(); next != null; next = server.next()) {
            io.ask(
                    new Asked(server, next),
                    server.server().address(),
                    next.target().question());
        }
    }

    private void note(Map<Asked, Reply> replies) {
        replies.forEach((asked, reply) -> {
            boolean nothing = reply instanceof Reply.Failure failure && failure.silent();
            asked.server().heard(nothing, elapsed());
            // A server that is down is asked one question only, and its silence answers all.
            Stream<Progress> concerned = nothing ? lackedBy(asked.server()) : Stream.of(asked.progress());
            concerned.toList().forEach(progress -> note(asked.server(), progress, reply));
        });
    }

    private void note(ServerPace server, Progress progress, Reply reply) {
        AnswerReader.Reading reading = AnswerReader.read(progress.target().question(), reply);
        if (progress.note(server, reading, elapsed())) {
            listener.onProgress(progress.report(elapsed()));
        }
    }

    /** The time until a server is to be asked again, or has been silent for long enough to be left out. */
    private Duration untilNext() {
        Duration now = elapsed();
        return servers.stream()
                .filter(server -> lackedBy(server).findAny().isPresent())
                .flatMap(server -> Stream.concat(
                        server.isIdle() ? Stream.of(server.nextPass()) : Stream.empty(),
                        Stream.of(server.silentUntil(policy.tolerateSilentAfter()))))
                .map(at -> at.minus(now))
                .filter(wait -> !wait.isNegative() && !wait.isZero())
                .min(Duration::compareTo)
                .orElse(policy.interval());
    }

    private Stream<Progress> lackedBy(ServerPace server) {
        return all.stream().filter(progress -> progress.isLackedBy(server));
    }

    private boolean isFinished() {
        Duration now = elapsed();
        boolean finished = true;
        for (Progress progress : all) {
            finished &= progress.finish(now, policy.tolerateSilentAfter());
        }
        return finished;
    }

    private PropagationReport firstUnfinished() {
        Progress first = all.stream()
                .filter(progress -> servers.stream().anyMatch(progress::isLackedBy))
                .findFirst()
                .orElseThrow();
        return first.report(elapsed());
    }

    private List<PropagationReport> reports() {
        Duration now = elapsed();
        return all.stream().map(progress -> progress.report(now)).toList();
    }

    private Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - startNanos);
    }
}
