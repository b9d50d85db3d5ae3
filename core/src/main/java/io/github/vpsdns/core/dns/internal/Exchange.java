// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * One question on its way to one server: by UDP, by TCP where the answer did not fit (RFC 7766), without EDNS where that is not
 * understood (RFC 6891 section 7). What does not fit the question is ignored. Owned by one thread.
 *
 * @param <K> what the asker knows the question by
 */
final class Exchange<K> {
    /** A lost datagram is sent again once: after this time, or this part of the limit if that is shorter. */
    private static final long RESEND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int RESEND_PART = 3;

    private final K key;
    private final InetSocketAddress server;
    private final Question question;
    private final Duration limit;
    private final long startNanos = System.nanoTime();
    private Message query;
    private @Nullable Flight flight;
    private @Nullable Reply reply;
    private boolean edns = true;
    private boolean tcp;
    private boolean resent;
    private boolean heard;

    Exchange(K key, InetSocketAddress server, Question question, Duration limit) {
        this.key = key;
        this.server = server;
        this.question = question;
        this.limit = limit;
        this.query = question.message(edns);
    }

    K key() {
        return key;
    }

    /** Returns what came of it, or {@code null} while it is under way. */
    @Nullable
    Reply reply() {
        return reply;
    }

    void send(Selector selector) {
        close();
        query = question.message(edns);
        byte[] wire = query.toWire();
        try {
            flight =
                    tcp ? TcpFlight.start(server, wire, selector, this) : UdpFlight.start(server, wire, selector, this);
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    void onReady(Selector selector, ByteBuffer scratch) {
        if (flight == null || reply != null) {
            return;
        }
        try {
            byte[] wire = flight.advance(scratch);
            if (wire != null) {
                heard = true;
                accept(wire, selector);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void accept(byte[] wire, Selector selector) throws IOException {
        Message response = parse(wire);
        if (response == null || !Question.isAnswered(query, response)) {
            if (tcp) {
                throw new IOException("an answer that does not fit the question");
            }
            return;
        }
        int rcode = response.getRcode();
        if (edns && (rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP || rcode == Rcode.BADVERS)) {
            edns = false;
            send(selector);
        } else if (!tcp && response.getHeader().getFlag(Flags.TC)) {
            tcp = true;
            send(selector);
        } else {
            end(new Reply.Response(response));
        }
    }

    private static @Nullable Message parse(byte[] wire) {
        try {
            return new Message(wire);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Does what is due and returns the nanoseconds until something is again. */
    long onTime() {
        long passed = System.nanoTime() - startNanos;
        long resendAfter = Math.min(RESEND_NANOS, limit.toNanos() / RESEND_PART);
        if (passed >= limit.toNanos()) {
            String what = heard ? "no usable answer" : "no answer";
            end(new Reply.Failure(what + (tcp ? " over TCP" : "") + " within " + Texts.of(limit), !heard));
            return 0;
        }
        if (!tcp && !resent && passed >= resendAfter) {
            resent = true;
            resend();
        }
        return (tcp || resent ? limit.toNanos() : resendAfter) - passed;
    }

    private void resend() {
        try {
            if (flight != null) {
                flight.resend();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(Exception e) {
        String reason = e instanceof PortUnreachableException || e instanceof ConnectException
                ? "connection refused"
                : String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        end(new Reply.Failure(tcp ? reason + " (over TCP)" : reason, !heard));
    }

    private void end(Reply outcome) {
        reply = outcome;
        close();
    }

    void close() {
        if (flight != null) {
            flight.close();
            flight = null;
        }
    }
}
