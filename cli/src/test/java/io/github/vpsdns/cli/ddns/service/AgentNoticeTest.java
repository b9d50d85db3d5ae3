// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static io.github.vpsdns.cli.ddns.service.Samples.HOME;
import static io.github.vpsdns.cli.ddns.service.Samples.ips;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.base.Json;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentNoticeTest {
    private static final AgentNotice PUBLISHED = new AgentNotice(AgentWords.of(new RecordsPublished(
            HOME,
            Family.IPV6,
            ips("2001:db8::1"),
            ips("2001:db8::2", "2001:db8::3"),
            new SetOutcome(0, 1, 1, 0),
            null)));

    @Test
    void givesCommandsOneVariableForEachFact() {
        assertThat(PUBLISHED.variables())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "VPSDNS_NAME", "home.example.com",
                        "VPSDNS_FAMILY", "ipv6",
                        "VPSDNS_BEFORE", "2001:db8::1",
                        "VPSDNS_ADDRESSES", "2001:db8::2 2001:db8::3"));
    }

    @Test
    void isADocumentWhoseTextChatsShow() {
        assertThat(Json.text(PUBLISHED.document()))
                .isEqualTo("{\"text\":\"home.example.com AAAA: 2001:db8::2, 2001:db8::3 (was 2001:db8::1), 1 changed,"
                        + " 1 created\",\"event\":\"published\",\"name\":\"home.example.com\",\"family\":\"ipv6\","
                        + "\"before\":[\"2001:db8::1\"],\"now\":[\"2001:db8::2\",\"2001:db8::3\"],"
                        + "\"message\":\"2001:db8::2, 2001:db8::3 (was 2001:db8::1), 1 changed, 1 created\"}");
    }

    @Test
    void setsAllVariablesWhereItIsAboutNoName() {
        AgentNotice notice = new AgentNotice(Told.of("api-refused", "the token is wrong"));

        assertThat(notice.text()).isEqualTo("vpsdns: the token is wrong");
        assertThat(notice.variables())
                .hasSize(4)
                .containsEntry("VPSDNS_NAME", "")
                .containsEntry("VPSDNS_FAMILY", "");
        assertThat(List.of(notice.event(), notice.message())).containsExactly("api-refused", "the token is wrong");
    }
}
