// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaaPolicyTest {
    private static final DomainName AT = DomainName.of("example.com");
    private static final URI ACCOUNT = URI.create("https://ca.example/acct/1");
    private static final CaaVerdict ALLOWED = new CaaVerdict.Allowed(Optional.of(AT));

    private static CaaVerdict judge(boolean wildcard, RecordData... records) {
        return new CaaPolicy(List.of("ca.example", "CA2.example"), ACCOUNT, "dns-01")
                .judge(AT, Arrays.asList(records), wildcard);
    }

    private static Caa issue(String value) {
        return new Caa(0, "issue", value);
    }

    private static Caa issuewild(String value) {
        return new Caa(0, "issuewild", value);
    }

    private static CaaVerdict.Forbidden forbidden(CaaVerdict verdict) {
        assertThat(verdict).isInstanceOf(CaaVerdict.Forbidden.class);
        return (CaaVerdict.Forbidden) verdict;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ca.example",
                "ca2.example",
                "Ca.Example; ",
                "ca.example; accounturi=https://ca.example/acct/1",
                "ca.example; validationmethods=http-01,dns-01",
                "ca.example; accounturi=https://ca.example/acct/1; validationmethods=dns-01",
                "ca.example; unknown=1"
            })
    void allowsWhomTheRecordNames(String value) {
        assertThat(judge(false, issue(value))).isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.example", ";", "", "ca.example.", "ca.example; broken", "sub.ca.example"})
    void forbidsWhomNoRecordNames(String value) {
        CaaVerdict.Forbidden forbidden = forbidden(judge(false, issue(value)));

        assertThat(forbidden.reason())
                .isEqualTo("the CAA records at 'example.com' do not name this CA: "
                        + issue(value).value());
        assertThat(forbidden.remedy()).isEqualTo("add CAA 0 issue \"ca.example\" at 'example.com'");
    }

    @Test
    void allowsIfOneOfSeveralRecordsDoes() {
        assertThat(judge(false, issue(";"), issue("other.example"), issue("ca.example")))
                .isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ca.example; accounturi=https://ca.example/acct/2",
                "ca.example; accounturi=https://CA.example/acct/1",
                "ca.example; accounturi=https://ca.example/acct/1; accounturi=https://ca.example/acct/1"
            })
    void forbidsOtherAccounts(String value) {
        CaaVerdict.Forbidden forbidden = forbidden(judge(false, issue(value), issue("other.example")));

        assertThat(forbidden.reason()).contains("allow other accounts only").doesNotContain("other.example");
        assertThat(forbidden.remedy()).isEqualTo("set its accounturi to https://ca.example/acct/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ca.example; validationmethods=http-01",
                "ca.example; validationmethods=",
                "ca.example; validationmethods=DNS-01",
                "ca.example; validationmethods=dns-01; validationmethods=dns-01"
            })
    void forbidsOtherMethods(String value) {
        CaaVerdict.Forbidden forbidden = forbidden(judge(false, issue(value)));

        assertThat(forbidden.reason()).contains("do not allow the challenge dns-01");
        assertThat(forbidden.remedy()).isEqualTo("add dns-01 to its validationmethods");
    }

    @Test
    void doesNotKnowOfRecordsForAccountsBeforeThereIsOne() {
        CaaPolicy early = new CaaPolicy(List.of("ca.example"), null, "dns-01");

        assertThat(early.judge(AT, List.of(issue("ca.example; accounturi=https://ca.example/acct/1")), false))
                .isInstanceOf(CaaVerdict.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        // issue, issuewild, is a wildcard, allowed
        "ca.example, other.example, false, true",
        "ca.example, other.example, true, false",
        "other.example, ca.example, false, false",
        "other.example, ca.example, true, true"
    })
    void prefersIssuewildForWildcardsOnly(String issue, String issuewild, boolean wildcard, boolean allowed) {
        CaaVerdict verdict = judge(wildcard, issue(issue), issuewild(issuewild));

        assertThat(verdict instanceof CaaVerdict.Allowed).isEqualTo(allowed);
    }

    @Test
    void takesIssueForWildcardsWithoutIssuewild() {
        assertThat(judge(true, issue("ca.example"))).isEqualTo(ALLOWED);
        forbidden(judge(true, issue("other.example")));
    }

    @Test
    void allowsEveryoneWhereOnlyWildcardsAreRestricted() {
        assertThat(judge(false, issuewild(";"))).isEqualTo(ALLOWED);
        assertThat(forbidden(judge(true, issuewild(";"))).remedy()).contains("issuewild \"ca.example\"");
    }

    @Test
    void allowsEveryoneWhereRecordsSayNothingOfIssuing() {
        assertThat(judge(false, new Caa(0, "iodef", "mailto:a@example.com"), new Caa(0, "future", "x")))
                .isEqualTo(ALLOWED);
    }

    @Test
    void forbidsWhereACriticalRecordIsOfAnUnknownKind() {
        Caa critical = new Caa(128, "future", "x");

        CaaVerdict.Forbidden forbidden = forbidden(judge(false, issue("ca.example"), critical));

        assertThat(forbidden.records()).containsExactly(critical);
        assertThat(forbidden.reason()).contains("critical");
    }

    @Test
    void takesTheOtherFlagsForNothing() {
        assertThat(judge(false, new Caa(127, "future", "x"), new Caa(1, "issue", "ca.example")))
                .isEqualTo(ALLOWED);
    }

    @Test
    void understandsCriticalRecordsThatSayWhoMayIssue() {
        assertThat(judge(false, new Caa(128, "issue", "ca.example"))).isEqualTo(ALLOWED);
    }

    @Test
    void doesNotKnowWhetherACaKnowsACriticalRecordThatIsRegistered() {
        assertThat(judge(false, new Caa(128, "issuemail", ";"))).isInstanceOf(CaaVerdict.Unknown.class);
    }

    @Test
    void doesNotKnowWhatARecordSaysThatCannotBeRead() {
        assertThat(judge(false, new Opaque(RecordType.CAA, "0 issue \"\\200\"", null)))
                .isInstanceOf(CaaVerdict.Unknown.class);
    }
}
