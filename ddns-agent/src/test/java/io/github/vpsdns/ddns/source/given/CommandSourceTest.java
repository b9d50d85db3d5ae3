// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandSourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void readsWhatTheCommandPrints() {
        assertThat(read("echo 192.0.2.1; echo 2001:db8::1", Family.IPV6))
                .containsExactly(Family.IPV6.parse("2001:db8::1"));
    }

    @Test
    void tellsTheCommandWhichFamilyIsAskedFor() {
        assertThat(read("test $VPSDNS_FAMILY = ipv4 && echo 192.0.2.1", Family.IPV4))
                .containsExactly(Family.IPV4.parse("192.0.2.1"));
    }

    @Test
    void believesNothingThatAFailedCommandPrinted() {
        assertThatThrownBy(() -> read("echo 192.0.2.1; echo the modem is off >&2; exit 4", Family.IPV4))
                .isInstanceOf(SourceException.class)
                .hasMessage("the source command:echo ended with status 4: the modem is off");
    }

    @Test
    void showsOfTheCommandOnlyTheProgram() {
        assertThatThrownBy(() -> read("printf 'token=s3cret or so'", Family.IPV4))
                .hasMessage("command:printf gives 'token=s3cret or so' in line 1, which is no address");
    }

    @Test
    void endsACommandThatTakesTooLong() {
        assertThatThrownBy(() -> source("sleep 60").read(Family.IPV4, Duration.ofMillis(200)))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith("and was killed");
    }

    @Test
    void endsAtOnceOnAnInterrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read("sleep 60", Family.IPV4)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static CommandSource source(String line) {
        return new CommandSource(new SourceSpec.Command(line));
    }

    private static List<InetAddress> read(String line, Family family) {
        return source(line).read(family, LIMIT);
    }
}
