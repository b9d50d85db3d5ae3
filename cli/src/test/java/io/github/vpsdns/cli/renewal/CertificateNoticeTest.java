// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.base.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CertificateNoticeTest {
    private static final CertificateNotice NOTICE = new CertificateNotice(
            CertificateNotice.Event.DEPLOY_FAILED,
            "example.com",
            List.of("example.com", "*.example.com"),
            "the server is away",
            Instant.parse("2027-01-02T03:04:05Z"),
            null,
            3);

    @Test
    void givesCommandsOneVariableForEachFact() {
        assertThat(NOTICE.variables())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "VPSDNS_LINEAGE", "example.com",
                        "VPSDNS_DOMAINS", "example.com *.example.com",
                        "VPSDNS_EXPIRES", "2027-01-02T03:04:05Z",
                        "VPSDNS_NEXT_ATTEMPT", "",
                        "VPSDNS_FAILURES", "3"));
    }

    @Test
    void isADocumentWhoseTextChatsShow() {
        assertThat(Json.text(NOTICE.document()))
                .isEqualTo("{\"text\":\"example.com: the server is away\",\"event\":\"deploy-failed\","
                        + "\"lineage\":\"example.com\",\"domains\":[\"example.com\",\"*.example.com\"],"
                        + "\"message\":\"the server is away\",\"expires\":\"2027-01-02T03:04:05Z\","
                        + "\"next_attempt\":null,\"failures\":3}");
    }
}
