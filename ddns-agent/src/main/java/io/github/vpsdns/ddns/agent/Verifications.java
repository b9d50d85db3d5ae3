// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.lane.LaneKey;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsUnverified;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsVerified;
import io.github.vpsdns.ddns.verify.Verification.Unverified;
import io.github.vpsdns.ddns.verify.Verification.Verified;
import io.github.vpsdns.ddns.verify.Verifier;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Looks by asking the servers in the background; answers come through the mailbox. */
final class Verifications implements Verification {
    private final Duration limit;
    private final Mailbox mailbox;
    private final Timekeeper time;
    private final Teller teller;
    private final LaneBook book;
    private volatile Verifier verifier;

    Verifications(AuthoritativeDns dns, Duration limit, Mailbox mailbox, Parts parts, LaneBook book) {
        this.limit = limit;
        this.mailbox = mailbox;
        this.time = parts.time();
        this.teller = parts.teller();
        this.book = book;
        this.verifier = verifier(dns);
    }

    private Verifier verifier(AuthoritativeDns dns) {
        return new Verifier(dns, limit, time, answer -> mailbox.post(() -> take(answer)));
    }

    @Override
    public void verify(Lane lane) {
        List<InetAddress> published = lane.published();
        if (published != null) {
            verifier.ask(lane.key().name(), lane.key().family(), published);
        }
    }

    /** An answer that was overtaken by another write is of no interest. */
    private void take(io.github.vpsdns.ddns.verify.Verification answer) {
        Lane lane = book.get(new LaneKey(answer.name(), answer.family()));
        if (lane == null || !answer.addresses().equals(lane.published()) || lane.isWriting()) {
            return;
        }
        if (answer instanceof Verified verified) {
            lane.verified();
            teller.tell(new RecordsVerified(verified.name(), verified.family(), verified.addresses(), verified.took()));
        } else if (answer instanceof Unverified unverified) {
            teller.tell(new RecordsUnverified(unverified.name(), unverified.family(), unverified.reason()));
        }
    }

    @Override
    public void follow(AuthoritativeDns dns) {
        verifier.close();
        verifier = verifier(dns);
    }

    @Override
    public boolean isBusy() {
        return verifier.unanswered() > 0;
    }

    @Override
    public void close() {
        verifier.close();
    }
}
