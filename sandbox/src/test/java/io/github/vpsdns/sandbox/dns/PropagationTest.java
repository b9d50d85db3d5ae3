// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.sandbox.ManualClock;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Rcode;

class PropagationTest {
    private final ManualClock clock = new ManualClock();
    private final Sandbox sandbox = Sandbox.builder()
            .zone("example.com")
            .nameServers(2)
            .clock(clock)
            .withoutAcme()
            .start();
    private final SandboxNameServer slow = sandbox.dns().server(2);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Dig dig(int server) {
        return new Dig(sandbox.dns().server(server).address());
    }

    private List<String> text(int server) {
        return dig(server).values("x.example.com", "TXT");
    }

    private SandboxRecord add(String value) {
        return sandbox.zones().add("example.com", "x", "TXT", value);
    }

    @Test
    void changeReachesEachServerAfterItsOwnLag() {
        slow.lag(Duration.ofSeconds(30));

        add("a");

        assertThat(text(1)).containsExactly("a");
        assertThat(text(2)).isEmpty();
        clock.advance(Duration.ofSeconds(29));
        assertThat(text(2)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(text(2)).containsExactly("a");
    }

    @Test
    void changesArriveOneByOneInTheirOrder() {
        slow.lag(Duration.ofSeconds(30));
        SandboxRecord first = add("a");
        clock.advance(Duration.ofSeconds(10));
        add("b");
        clock.advance(Duration.ofSeconds(10));
        sandbox.zones().remove("example.com", first.uuid());

        clock.advance(Duration.ofSeconds(10));
        assertThat(text(2)).containsExactly("a");
        clock.advance(Duration.ofSeconds(10));
        assertThat(text(2)).containsExactlyInAnyOrder("a", "b");
        clock.advance(Duration.ofSeconds(10));
        assertThat(text(2)).containsExactly("b");
    }

    @Test
    void lagTakenAwayLetsEverythingThrough() {
        slow.lag(Duration.ofDays(1));
        add("a");

        slow.lag(Duration.ZERO);

        assertThat(text(2)).containsExactly("a");
    }

    @Test
    void lagAddedLaterHidesNothingThatWasSeen() {
        add("a");

        slow.lag(Duration.ofDays(1));

        assertThat(text(2)).containsExactly("a");
    }

    @Test
    void negativeLagIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> slow.lag(Duration.ofSeconds(-1)));
    }

    @Test
    void silentServerNeverAnswersUntilItIsWellAgain() {
        slow.behave(Behaviour.SILENT);

        assertThatThrownBy(() -> dig(2).timeout(Duration.ofMillis(200)).tryAsk("example.com", "SOA"))
                .isInstanceOf(IOException.class);
        assertThat(dig(1).ask("example.com", "SOA").getRcode()).isEqualTo(Rcode.NOERROR);

        slow.behave(Behaviour.ANSWER);
        assertThat(dig(2).ask("example.com", "SOA").getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void serverCanFailOrRefuse() {
        slow.behave(Behaviour.SERVFAIL);
        assertThat(dig(2).ask("example.com", "SOA").getRcode()).isEqualTo(Rcode.SERVFAIL);

        slow.behave(Behaviour.REFUSED);
        assertThat(dig(2).ask("example.com", "SOA").getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void truncatingServerSendsClientsToTcp() {
        add("a");
        slow.behave(Behaviour.TRUNCATED);

        assertThat(dig(2).ignoringTruncation()
                        .ask("x.example.com", "TXT")
                        .getHeader()
                        .getFlag(Flags.TC))
                .isTrue();
        assertThat(dig(2).tcp().values("x.example.com", "TXT")).containsExactly("a");
    }

    @Test
    void serverThatDoesNotExistIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.dns().server(3))
                .withMessage("There is no name server 3; they count from 1 to 2.");
    }
}
