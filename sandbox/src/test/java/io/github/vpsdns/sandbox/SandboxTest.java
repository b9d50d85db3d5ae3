// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.dns.Dig;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SandboxTest {
    @Test
    void whatTheApiIsToldTheNameServerAnswersAtOnce() {
        try (Sandbox sandbox = Sandbox.start("example.com")) {
            Http http = new Http(sandbox);
            String zone = Http.json(http.get("/dns-zones/?domain=example.com"))
                    .get(0)
                    .get("uuid")
                    .asString();

            HttpResponse<String> created = http.post(
                    "/dns-zones/" + zone + "/records/",
                    "{\"record_type\":\"TXT\",\"name\":\"_acme-challenge\",\"value\":\"abc\",\"ttl\":60}");

            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(Dig.at(sandbox).values("_acme-challenge.example.com", "TXT"))
                    .containsExactly("abc");
        }
    }
}
