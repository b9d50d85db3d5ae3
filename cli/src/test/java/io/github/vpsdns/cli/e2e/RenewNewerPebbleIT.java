// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.PebbleOptions;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** At a Pebble that suggests when to renew (RFC 9773) and has profiles. */
@NeedsPrograms({"named", "rndc", "pebble-2.10"})
final class RenewNewerPebbleIT extends RenewContract {
    private static final Duration SIX_DAYS = Duration.ofDays(6);

    RenewNewerPebbleIT() {
        super(PebbleOptions.DEFAULT.withProgram("pebble-2.10").withProfile("sixdays", SIX_DAYS));
    }

    /** The CA, which shows it to nobody, refuses a second replacement of the same certificate; that one goes on without. */
    @Test
    void tellsTheCaWhichCertificateIsReplaced() throws Exception {
        issue();
        Path earlier = copyOfState();
        succeed("acme", "renew", "--force");

        Vpsdns.Outcome again =
                stage().vpsdns().with("VPSDNS_ACME_DIR", earlier.toString()).run("acme", "renew", "--force", "-v");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.err()).contains("ordering without telling which certificate is replaced");
    }

    @Test
    void goesByTheMomentThatTheCaSuggests() {
        issue();

        assertThat(succeed("acme", "renew")).contains(", the CA suggests that time\n");
        assertThat(succeed("acme", "list")).contains("CA suggests ");
    }

    @Test
    void keepsTheProfileThatWasAskedFor() {
        issue("--profile", "sixdays");

        succeed("acme", "renew", "--force");

        X509Certificate renewed = certificate();
        assertThat(Duration.between(
                        renewed.getNotBefore().toInstant(),
                        renewed.getNotAfter().toInstant()))
                .isBetween(SIX_DAYS.minusMinutes(5), SIX_DAYS.plusMinutes(5));
    }

    private Path copyOfState() throws Exception {
        Path copy = stage().state().resolveSibling("earlier");
        Process cp = new ProcessBuilder("cp", "-a", stage().state().toString(), copy.toString()).start();
        assertThat(cp.waitFor()).isZero();
        return copy;
    }
}
