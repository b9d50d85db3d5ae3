// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static io.github.vpsdns.webhook.dyndns.Desk.HOME;
import static io.github.vpsdns.webhook.dyndns.Desk.PASSWORD;
import static io.github.vpsdns.webhook.dyndns.Desk.basic;
import static io.github.vpsdns.webhook.dyndns.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.update.HostOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynDnsTest {
    private static final String ONE = "hostname=home.example.com&myip=203.0.113.9";
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    private final Desk desk = new Desk();

    @Test
    void confirmsAChangeWithTheAddress() {
        assertThat(desk.update(ONE)).isEqualTo("good 203.0.113.9\n");
        assertThat(desk.updates.records(HOME)).containsExactly("203.0.113.9");
    }

    @Test
    void saysNochgWhereNothingChanged() {
        desk.update(ONE);
        assertThat(desk.update(ONE)).isEqualTo("nochg 203.0.113.9\n");
    }

    @Test
    void notesForTheLogWhoWasLetIn() {
        assertThat(desk.get(ONE, "Authorization", basic("router", PASSWORD)).user())
                .isEqualTo("router");
        assertThat(desk.get(ONE, "Authorization", basic("router", "wrong")).user())
                .isNull();
    }

    @Test
    void answersInPlainText() {
        Reply reply = desk.get(ONE, "Authorization", basic("router", PASSWORD));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.type()).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void tellsBothFamiliesInOneLineIpv4First() {
        assertThat(desk.update("hostname=home.example.com&myip=2001:db8::9,203.0.113.9"))
                .isEqualTo("good 203.0.113.9,2001:db8::9\n");
    }

    @Test
    void answersALineForEachHostInTheirOrder() {
        desk.updates.outcome("b.dyn.example.com", new HostOutcome.Later(true));
        String answer = desk.update(
                "hostname=a.dyn.example.com,other.example.org,b.dyn.example.com,home,a.dyn.example.com&myip=203.0.113.9");
        assertThat(answer).isEqualTo("good 203.0.113.9\nnohost\n911\nnotfqdn\ngood 203.0.113.9\n");
    }

    @Test
    void ordersAHostOnceThatIsNamedTwice() {
        desk.update("hostname=home.example.com,HOME.example.com.,home.example.com&myip=203.0.113.9");
        assertThat(desk.updates.orders().get(0).hosts()).hasSize(1);
    }

    @Test
    void passesOnNothingOfHostsThatAreNotTheUsers() {
        desk.update("hostname=other.example.com,dyn.example.com,www.home.example.com&myip=203.0.113.9");
        assertThat(desk.updates.orders()).isEmpty();
    }

    @Test
    void challengesARequestWithoutCredentialsAndAsksNobodyAboutIt() {
        Reply reply = desk.get(ONE);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Basic realm=\"vpsdns\"");
        assertThat(text(reply)).isEqualTo("badauth\n");
        assertThat(desk.door.tries()).isEmpty();
    }

    @Test
    void refusesAWrongPasswordWithTheSameChallenge() {
        Reply reply = desk.get(ONE, "Authorization", basic("router", "wrong"));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Basic realm=\"vpsdns\"");
        assertThat(text(reply)).isEqualTo("badauth\n");
        assertThat(desk.updates.orders()).isEmpty();
    }

    @Test
    void takesCredentialsFromAFormToo() {
        Reply reply = desk.ask(desk.dynDns, "POST", "", "username=router&password=s3cret&" + ONE);
        assertThat(text(reply)).isEqualTo("good 203.0.113.9\n");
    }

    @Test
    void takesPartsFromTheQueryAndPartsFromTheForm() {
        Reply reply = desk.ask(
                desk.dynDns,
                "POST",
                "hostname=home.example.com",
                "myip=203.0.113.9",
                "Content-Type",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "Authorization",
                basic("router", PASSWORD));
        assertThat(text(reply)).isEqualTo("good 203.0.113.9\n");
    }

    @Test
    void readsNoParametersFromABodyThatIsNoForm() {
        Reply reply = desk.ask(
                desk.dynDns,
                "POST",
                "hostname=home.example.com",
                "myip=203.0.113.9",
                "Content-Type",
                "application/json",
                "Authorization",
                basic("router", PASSWORD));
        assertThat(text(reply)).isEqualTo("good 203.0.113.7\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "DELETE", "OPTIONS", "PATCH"})
    void refusesOtherMethodsBeforeAnythingElse(String method) {
        Reply reply = desk.ask(desk.dynDns, method, ONE, "", "Authorization", basic("router", PASSWORD));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(text(reply)).isEqualTo("badagent\n");
        assertThat(reply.headers()).containsEntry("Allow", "GET, POST, PUT");
        assertThat(desk.door.tries()).isEmpty();
    }

    @Test
    void saysAbuseToWhoIsLockedOut() {
        desk.door.answer(new Admission.LockedOut(LATER));
        assertThat(desk.update(ONE)).isEqualTo("abuse\n");
    }

    @Test
    void saysAbuseToWhoAsksTooMuch() {
        desk.door.answer(new Admission.TooMany(LATER));
        assertThat(desk.update(ONE)).isEqualTo("abuse\n");
    }

    @Test
    void says911IfItCannotVerifyNow() {
        desk.door.answer(new Admission.Busy());
        assertThat(desk.update(ONE)).isEqualTo("911\n");
    }

    @Test
    void says911OnceIfNoHostIsDone() {
        desk.updates.outcome("home.example.com", new HostOutcome.Later(true));
        desk.updates.outcome("nas.example.com", new HostOutcome.Later(false));
        assertThat(desk.update("hostname=home.example.com,nas.example.com&myip=203.0.113.9"))
                .isEqualTo("911\n");
    }

    @Test
    void saysAbuseOfANameThatChangesTooOften() {
        desk.updates.outcome(HOME, new HostOutcome.TooOften());
        assertThat(desk.update(ONE)).isEqualTo("abuse\n");
    }

    @Test
    void saysNohostOfANameWithoutAZone() {
        desk.updates.outcome(HOME, new HostOutcome.NoZone());
        assertThat(desk.update(ONE)).isEqualTo("nohost\n");
    }

    @Test
    void saysDnserrOfWhatCannotBeWritten() {
        desk.updates.outcome(HOME, new HostOutcome.Impossible("a CNAME is in the way"));
        assertThat(desk.update(ONE)).isEqualTo("dnserr\n");
    }

    @Test
    void takesTwentyHosts() {
        assertThat(desk.update("hostname=" + hosts(20) + "&myip=203.0.113.9"))
                .isEqualTo("good 203.0.113.9\n".repeat(20));
    }

    @Test
    void saysNumhostOnceToMore() {
        assertThat(desk.update("hostname=" + hosts(21) + "&myip=203.0.113.9")).isEqualTo("numhost\n");
        assertThat(desk.updates.orders()).isEmpty();
    }

    private static String hosts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "h" + i + ".dyn.example.com")
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dyndns", "statdns", "custom", "DynDNS", ""})
    void toleratesTheSystemsOfOld(String system) {
        assertThat(desk.update(ONE + "&system=" + system)).isEqualTo("good 203.0.113.9\n");
    }

    @Test
    void saysBadsysOnceToAnotherSystem() {
        assertThat(desk.update("hostname=home.example.com,nas.example.com&system=noip"))
                .isEqualTo("badsys\n");
        assertThat(desk.refused()).containsExactly("'system' has 'noip'; expected dyndns, or nothing");
    }

    @Test
    void toleratesWhatHasNoMeaningAnyMore() {
        assertThat(desk.update(ONE + "&wildcard=ON&mx=mail.example.com&backmx=YES&url=x&offline=NO"))
                .isEqualTo("good 203.0.113.9\n");
    }

    @Test
    void removesBothFamiliesWhenOffline() {
        desk.update("hostname=home.example.com&myip=203.0.113.9,2001:db8::9");
        assertThat(desk.update("hostname=home.example.com&offline=YES")).isEqualTo("good offline\n");
        assertThat(desk.updates.records(HOME)).isEmpty();
        assertThat(desk.update("hostname=home.example.com&offline=yes")).isEqualTo("nochg offline\n");
    }

    @Test
    void writesNothingInTestMode() {
        Reply reply = desk.get(ONE + "&test=yes", "Authorization", basic("router", PASSWORD));
        assertThat(text(reply)).isEqualTo("good 203.0.113.9\n");
        assertThat(reply.headers()).containsEntry("X-VpsDNS-Test", "nothing was written");
        assertThat(desk.updates.records(HOME)).isEmpty();
    }

    @Test
    void doesNotSpeakOfTestsOtherwise() {
        Reply reply = desk.get(ONE + "&test=no", "Authorization", basic("router", PASSWORD));
        assertThat(reply.headers()).doesNotContainKey("X-VpsDNS-Test");
    }

    @Test
    void ordersInTheUsersNameAndFromTheClient() {
        desk.from("198.51.100.3").update(ONE);
        assertThat(desk.updates.orders().get(0).user()).isEqualTo("router");
        assertThat(desk.updates.orders().get(0).client()).isEqualTo(Desk.address("198.51.100.3"));
    }

    @Test
    void goesByANewPolicyFromTheNextRequestOn() {
        desk.dynDns.reconfigure(new AddressPolicy(false, Set.of(AddressKind.PRIVATE)));
        assertThat(desk.update("hostname=home.example.com&myip=192.168.1.2")).isEqualTo("good 192.168.1.2\n");
    }

    @Test
    void tellsFailuresByTheStatusOnlyToThoseThatLookAtNothingElse() {
        String[] opnsense = {"User-Agent", "OPNsense-dyndns", "Authorization", basic("router", PASSWORD)};
        assertThat(desk.get(ONE, opnsense).status()).isEqualTo(200);
        assertThat(desk.get("hostname=x.example.org&myip=203.0.113.9", opnsense).status())
                .isEqualTo(404);
        assertThat(desk.get("hostname=x&myip=203.0.113.9", opnsense).status()).isEqualTo(400);
        assertThat(desk.get("hostname=home.example.com,x.example.org", opnsense).status())
                .isEqualTo(404);
        desk.updates.outcome(HOME, new HostOutcome.Later(true));
        assertThat(desk.get(ONE, opnsense).status()).isEqualTo(503);
        desk.door.answer(new Admission.LockedOut(LATER));
        assertThat(desk.get(ONE, opnsense).status()).isEqualTo(429);
    }

    @Test
    void keepsControlCharactersAndLongTextsOutOfEvents() {
        desk.update("hostname=" + "x".repeat(300) + ",a%0d%0ab,user:" + PASSWORD + "@home.example.com");
        List<String> refused = desk.refused();
        assertThat(refused)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        sentence -> assertThat(sentence).hasSizeLessThan(200).doesNotContain("\r", "\n", PASSWORD));
    }
}
