// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.NameForm;
import io.github.vpsdns.sandbox.dns.Dig;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormTest {
    @ParameterizedTest
    @CsvSource({
        "AS_SENT,  WWW,              WWW",
        "AS_SENT,  @,                @",
        "RELATIVE, www.Example.com., www",
        "RELATIVE, example.com,      @",
        "FULL,     www,              www.example.com",
        "FULL,     @,                example.com",
        "ABSOLUTE, www.example.com,  www.example.com.",
        "ABSOLUTE, @,                example.com.",
    })
    void nameComesBackInTheFormOfTheServer(NameForm form, String sent, String shown) {
        try (Sandbox sandbox = Sandbox.builder()
                .zone("example.com")
                .withoutAcme()
                .nameForm(form)
                .start()) {
            Http http = new Http(sandbox);
            String zone = sandbox.zones().find("example.com").orElseThrow().uuid();

            HttpResponse<String> created = http.post(
                    "/dns-zones/" + zone + "/records/",
                    "{\"record_type\":\"TXT\",\"name\":\"" + sent + "\",\"value\":\"a\"}");

            assertThat(Http.json(created).get("name").asString()).isEqualTo(shown);
            assertThat(Http.json(http.get("/dns-records/")).get(0).get("name").asString())
                    .isEqualTo(shown);
            String owner = shown.toLowerCase(Locale.ROOT).startsWith("www") ? "www.example.com" : "example.com";
            assertThat(Dig.at(sandbox).values(owner, "TXT")).containsExactly("a");
        }
    }
}
