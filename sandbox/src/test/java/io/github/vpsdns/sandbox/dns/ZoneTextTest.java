// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.ManualClock;
import io.github.vpsdns.sandbox.state.SandboxState;
import io.github.vpsdns.sandbox.state.SandboxZones;
import org.junit.jupiter.api.Test;

class ZoneTextTest {
    private final SandboxZones zones = new SandboxZones(new SandboxState(new ManualClock(), null), "me");

    @Test
    void zoneIsWrittenAsAMasterFile() {
        zones.create("example.com");
        zones.add("example.com", "@", "MX", "mail.example.com", 600, 10);
        zones.add("example.com", "www.example.com", "CNAME", "example.org", 300, null);
        zones.add("example.com", "t", "TXT", "say \"hi\" \\ ünï; x", 60, null);
        zones.add("example.com", "*.w", "A", "192.0.2.1", 60, null);

        String text = ZoneText.of(zones.find("example.com").orElseThrow(), 2);

        assertThat(text).isEqualTo("""
                $ORIGIN example.com.
                @ 3600 IN SOA ns1.sandbox.test. hostmaster.sandbox.test. 2026011504 3600 600 1209600 60
                @ 3600 IN NS ns1.sandbox.test.
                @ 3600 IN NS ns2.sandbox.test.
                @ 600 IN MX 10 mail.example.com.
                t 60 IN TXT "say \\"hi\\" \\\\ \\195\\188n\\195\\175; x"
                *.w 60 IN A 192.0.2.1
                www 300 IN CNAME example.org.
                """);
    }

    @Test
    void longTextIsCutIntoQuotedStrings() {
        zones.create("example.com");
        zones.add("example.com", "t", "TXT", "a".repeat(300), 60, null);

        assertThat(ZoneText.of(zones.find("example.com").orElseThrow(), 1))
                .contains("TXT \"" + "a".repeat(255) + "\" \"" + "a".repeat(45) + "\"\n");
    }
}
