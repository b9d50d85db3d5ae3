// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static io.github.vpsdns.webhook.dyndns.Desk.HOME;
import static io.github.vpsdns.webhook.dyndns.Desk.PASSWORD;
import static io.github.vpsdns.webhook.dyndns.Desk.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.update.HostOutcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients believe of what they are told. */
class ClientRuleTest {
    private static final String ADDRESS = "198.51.100.1";

    private static Reply ask(Desk desk, ClientRule client, String query, String password) {
        return desk.get(query, "Authorization", basic("router", password), "User-Agent", client.agent());
    }

    private static String update(String host, String address) {
        return "hostname=" + host + "&myip=" + address;
    }

    @ParameterizedTest
    @EnumSource
    void believesAChange(ClientRule client) {
        Reply reply = ask(new Desk(), client, update(HOME, ADDRESS), PASSWORD);
        assertThat(client.takesForSuccess(reply, ADDRESS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void believesAChangeOfIpv6(ClientRule client) {
        Reply reply = ask(new Desk(), client, update(HOME, "2001:db8::1"), PASSWORD);
        assertThat(client.takesForSuccess(reply, "2001:db8::1")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void believesAChangeOfBothFamilies(ClientRule client) {
        Reply reply = ask(new Desk(), client, update(HOME, ADDRESS + ",2001:db8::1"), PASSWORD);
        assertThat(client.takesForSuccess(reply, ADDRESS + ",2001:db8::1")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void believesThatNothingChanged(ClientRule client) {
        Desk desk = new Desk();
        ask(desk, client, update(HOME, ADDRESS), PASSWORD);
        Reply reply = ask(desk, client, update(HOME, ADDRESS), PASSWORD);
        assertThat(client.takesForSuccess(reply, ADDRESS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void takesNoFailureForSuccess(ClientRule client) {
        assertThat(failures(client))
                .allSatisfy((what, reply) -> assertThat(client.takesForSuccess(reply, ADDRESS))
                        .as("%s, answered %s %s", what, reply.status(), Desk.text(reply))
                        .isFalse());
    }

    @ParameterizedTest
    @EnumSource(names = {"DDNS_SCRIPTS", "DDCLIENT", "MIKROTIK"})
    void getsNoStatusThatEndsItOrHidesTheBody(ClientRule client) {
        assertThat(failures(client))
                .allSatisfy((what, reply) ->
                        assertThat(reply.status()).as(what).isEqualTo(what.equals("badauth") ? 401 : 200));
    }

    /** At a 503 both kinds of inadyn come again; at 200 the custom kind ends its process, as either does at other statuses. */
    @ParameterizedTest
    @EnumSource(names = {"INADYN", "INADYN_CUSTOM"})
    void leavesInadynRunningAfterWhatMayPass(ClientRule client) {
        assertThat(failures(client))
                .allSatisfy((what, reply) -> assertThat(reply.status())
                        .as(what)
                        .isEqualTo(what.equals("badauth") ? 401 : ClientRule.PASSES.contains(what) ? 503 : 200));
    }

    private static Map<String, Reply> failures(ClientRule client) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        replies.put("badauth", ask(new Desk(), client, update(HOME, ADDRESS), "wrong"));
        replies.put("nohost", ask(new Desk(), client, update("x.example.org", ADDRESS), PASSWORD));
        replies.put("notfqdn", ask(new Desk(), client, update("x", ADDRESS), PASSWORD));
        replies.put("numhost", ask(new Desk(), client, update("x.y,".repeat(21), ADDRESS), PASSWORD));
        replies.put("badsys", ask(new Desk(), client, update(HOME, ADDRESS) + "&system=x", PASSWORD));
        replies.put("dnserr", ask(new Desk(), client, update(HOME, "x"), PASSWORD));
        Desk locked = new Desk();
        locked.door.answer(new Admission.LockedOut(Instant.EPOCH));
        replies.put("abuse", ask(locked, client, update(HOME, ADDRESS), PASSWORD));
        Desk away = new Desk();
        away.updates.outcome(HOME, new HostOutcome.Later(true));
        replies.put("911", ask(away, client, update(HOME, ADDRESS), PASSWORD));
        return replies;
    }
}
