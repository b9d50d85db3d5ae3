// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Caa;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaaPinTest {
    private static final URI ACCOUNT = URI.create("https://ca.example/acct/1");

    private final CaaPin pin = new CaaPin("ca.example", ACCOUNT, List.of("dns-01", "dns-account-01"));

    @Test
    void letsOneAccountIssueByTheChallengesNamed() {
        assertThat(pin.record().value())
                .isEqualTo("0 issue \"ca.example; accounturi=https://ca.example/acct/1;"
                        + " validationmethods=dns-01,dns-account-01\"");
    }

    @Test
    void replacesAllThatSaysWhoMayIssueAndKeepsTheRest() {
        Caa iodef = new Caa(0, "iodef", "mailto:a@example.com");

        assertThat(pin.set(List.of(new Caa(0, "issue", "other.example"), new Caa(0, "issuewild", ";"), iodef)))
                .containsExactly(pin.record(), iodef);
    }

    @Test
    void passesItsOwnCheck() {
        DomainName at = DomainName.of("example.com");

        assertThat(new CaaPolicy(List.of("ca.example"), ACCOUNT, "dns-01").judge(at, pin.set(List.of()), true))
                .isEqualTo(new CaaVerdict.Allowed(Optional.of(at)));
        assertThat(new CaaPolicy(List.of("ca.example"), ACCOUNT, "http-01").judge(at, pin.set(List.of()), false))
                .isInstanceOf(CaaVerdict.Forbidden.class);
    }

    @Test
    void refusesWhatCannotBeWritten() {
        assertThatThrownBy(() ->
                        new CaaPin("ca.example", URI.create("https://ca.example/a;b"), List.of("dns-01")).record())
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CaaPin("ca.example", ACCOUNT, List.of()))
                .isInstanceOf(InvalidValueException.class);
    }
}
