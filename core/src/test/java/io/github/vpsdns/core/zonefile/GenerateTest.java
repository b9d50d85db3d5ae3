// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import static io.github.vpsdns.core.zonefile.ZoneFiles.read;
import static io.github.vpsdns.core.zonefile.ZoneFiles.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** {@code $GENERATE} by itself; that it makes what BIND makes, {@link BindZoneFileTest} shows. */
class GenerateTest {
    @Test
    void makesARecordForEachNumber() {
        assertThat(said(read("$GENERATE 1-5/2 host$ 60 A 192.0.2.$\n")))
                .containsExactly(
                        "host1.example.com 60 A 192.0.2.1",
                        "host3.example.com 60 A 192.0.2.3",
                        "host5.example.com 60 A 192.0.2.5");
    }

    @Test
    void formatsNumbers() {
        assertThat(said(read("$GENERATE 10-10 a${-3,4}b${0,3,x}c${0,0,X}d${0,0,o}e${0,5,n} 60 A 192.0.2.${5}\n")))
                .containsExactly("a0007b00acad12ea.0.0.example.com 60 A 192.0.2.15");
    }

    @Test
    void takesDataOfSeveralWordsInQuotes() {
        assertThat(said(read("$GENERATE 1-1 @ 60 MX \"${9} mail$\"\n$GENERATE 1-1 t 60 TXT \"\\\"n $\\\"\"\n")))
                .containsExactly("example.com 60 MX 10 mail1.example.com", "t.example.com 60 TXT \"n 1\"");
    }

    @Test
    void tellsTheLineOfTheDirective() {
        assertThat(read("\n$GENERATE 1-2 host$ 60 A 192.0.2.$\n").records())
                .extracting(ZoneFileRecord::line)
                .containsExactly(2, 2);
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> read("$GENERATE 2-1 h$ A 192.0.2.$\n"))
                .hasMessage(
                        "test.zone:1: $GENERATE has the range '2-1'; expected the lower number first, and a step of 1"
                                + " or more");
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() {
        assertThatThrownBy(() -> read("$GENERATE 1-2 h${0,1,q} A 192.0.2.$\n"))
                .hasMessageContaining("'h${0,1,q}'; expected ${offset,width,base} with a base of d, o, x, X, n or N");
    }
}
