// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.SecretFile;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends notices by all the ways that were asked for, one after the other on a thread that lives while there is something to send.
 *
 * <p>Thread-safe; telling never waits. When more than a hundred notices wait, further ones are dropped with a complaint.
 */
public final class Notifier implements AutoCloseable {
    private static final int MOST_WAITING = 100;

    private volatile List<Channel> channels;
    private final Consumer<String> complaints;
    private final ThreadPoolExecutor sender;

    /**
     * Prepares to tell.
     *
     * @param channels the ways; it does nothing if there is none
     * @param complaints told in one sentence of each notice that did not arrive; called on another thread
     */
    public Notifier(List<Channel> channels, Consumer<String> complaints) {
        this.channels = List.copyOf(channels);
        this.complaints = complaints;
        this.sender = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> {
                    Thread thread = new Thread(work, "vpsdns-notify");
                    thread.setDaemon(true);
                    return thread;
                },
                (dropped, pool) -> complaints.accept("a notice is dropped, because too many are waiting to be sent"));
        sender.allowCoreThreadTimeOut(true);
    }

    /**
     * Prepares the ways that the options name.
     *
     * @param options whom to tell
     * @param time the clock
     * @param complaints told in one sentence of each notice that did not arrive; called on another thread
     * @return the notifier, which does nothing if no way is named
     * @throws UsageException if an option cannot be used
     */
    public static Notifier of(NotifyOptions options, Timekeeper time, Consumer<String> complaints) {
        List<Channel> channels = new ArrayList<>();
        if (options.command != null) {
            channels.add(Channel.command("notify command", options.command));
        }
        SecretUrl webhook = webhook(options);
        if (webhook != null) {
            channels.add(Channel.webhook(webhook, time));
        }
        return new Notifier(channels, complaints);
    }

    /**
     * Tells by other ways from now on; what waits still goes the old ones.
     *
     * @param others the ways
     */
    public void use(List<Channel> others) {
        channels = List.copyOf(others);
    }

    /**
     * Takes a notice to be sent soon.
     *
     * @param notice what to tell
     */
    public void tell(Notice notice) {
        for (Channel channel : channels) {
            sender.execute(() -> send(channel, notice));
        }
    }

    /**
     * Waits until what was told is sent, then ends.
     *
     * @param limit how long to wait; what is not sent by then is dropped with a complaint
     */
    public void close(Duration limit) {
        sender.shutdown();
        boolean sent = false;
        try {
            sent = sender.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!sent) {
            int underWay = sender.getActiveCount();
            int left = sender.shutdownNow().size() + underWay;
            if (left > 0) {
                complaints.accept("stopped before all notices were sent (" + left + " left)");
            }
        }
    }

    /** Drops what is not sent yet. */
    @Override
    public void close() {
        sender.shutdownNow();
    }

    private void send(Channel channel, Notice notice) {
        try {
            channel.send(notice);
        } catch (RuntimeException e) {
            complaints.accept("notice of " + notice.subject() + " (" + notice.event() + "): " + Failure.sentence(e));
        }
    }

    private static @Nullable SecretUrl webhook(NotifyOptions options) {
        if (options.webhook != null && options.webhookFile != null) {
            throw new UsageException("--notify-webhook and --notify-webhook-file say the same; leave one out");
        }
        if (options.webhook != null) {
            return SecretUrl.webhook(options.webhook, "--notify-webhook");
        }
        return options.webhookFile == null
                ? null
                : SecretUrl.webhook(
                        SecretFile.read(options.webhookFile, "--notify-webhook-file"), "--notify-webhook-file");
    }
}
