// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.RECORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.ServerErrorException;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.core.testing.ManualTime;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodiesTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private VpsDnsClient client;

    @BeforeEach
    void open() {
        client = ApiFixture.client(server, new ManualTime());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void carriesAllThatTheDocumentedBodySays() {
        ApiException e = error(400, """
                {"detail": "MX records require a priority value", "error_code": "validation_error", "field": "priority"}""");

        assertThat(e).isInstanceOf(InvalidRequestException.class);
        assertThat(e.problem().code()).isEqualTo("validation_error");
        assertThat(e.problem().field()).isEqualTo("priority");
        assertThat(e.problem().body()).contains("MX records require");
        assertThat(e)
                .hasMessage("read record rec-001: the API answered 400 \"MX records require a priority value\""
                        + " (field 'priority')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"detail": "no"}                                         |          | no
            {"detail": ["one", "two"]}                               |          | one; two
            {"detail": {"ttl": ["too small"]}}                       | ttl      | too small
            {"value": ["Enter a valid IPv4 address."]}               | value    | Enter a valid IPv4 address.
            {"value": ["a", "b"], "ttl": ["c"]}                      | value    | value: a; value: b; ttl: c
            {"non_field_errors": ["already there"]}                  |          | already there
            {"data": {"items": [{"name": ["bad"]}]}}                 | data.items.name | bad
            ["plain list"]                                           |          | plain list
            {"detail": "line\\nbreak\\ttab"}                         |          | line break tab
            {"detail": null}                                         |          |
            {"detail": 7}                                            |          | 7
            {}                                                       |          |
            """)
    void flattensEveryJsonShape(String body, String field, String detail) {
        ApiException e = error(400, body);

        assertThat(e.problem().field()).isEqualTo(field);
        assertThat(e.problem().detail()).isEqualTo(detail == null ? "" : detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad Request</html>", "{\"detail\": \"half", "not json", "\"string\"", "null"})
    void tellsA400WhateverItsBody(String body) {
        assertThat(error(400, body)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void describesABodyThatIsNoJsonByItsTypeAndStart() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .setHeader("Content-Type", "text/html")
                .body("<h1>Bad\n Request (400)</h1>")
                .build());

        assertThatThrownBy(() -> client.record(RECORD))
                .hasMessage("read record rec-001: the API answered 400 \"text/html: <h1>Bad Request (400)</h1>\"");
    }

    @Test
    void keepsAtMostTwoThousandCharactersOfABody() {
        assertThat(error(400, "x".repeat(100_000)).problem().body()).hasSize(2000);
    }

    @ParameterizedTest
    @CsvSource({"400", "409", "422"})
    void refusalsOfTheRequestAreInvalidRequests(int status) {
        assertThat(error(status, "{\"detail\": \"x\"}")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a401IsUnauthorized() {
        assertThat(error(401, "{\"detail\": \"Invalid API token\"}")).isInstanceOf(UnauthorizedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_authenticated", "authentication_failed"})
    void a403WhoseCodeSaysSoIsUnauthorized(String code) {
        assertThat(error(403, "{\"detail\": \"x\", \"error_code\": \"%s\"}".formatted(code)))
                .isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void anyOther403IsForbidden() {
        assertThat(error(403, "{\"detail\": \"x\", \"error_code\": \"permission_denied\"}"))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void a404InJsonIsNotFound() {
        assertThat(error(404, "{\"detail\": \"Not found.\"}")).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void aPageOfHtmlIsAProtocolErrorBecauseSomethingElseAnswered(int status) {
        server.enqueue(ApiFixture.html(status));

        assertThatThrownBy(() -> client.record(RECORD))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("text/html");
    }

    @Test
    void a404WithoutBodyIsNoProofOfAbsence() {
        server.enqueue(new MockResponse.Builder().code(404).build());

        assertThatThrownBy(() -> client.deleteRecord(RECORD)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @CsvSource({"405", "406", "415", "418"})
    void otherRefusalsArePlainApiErrors(int status) {
        assertThat(error(status, "{\"detail\": \"x\"}")).isExactlyInstanceOf(ApiException.class);
    }

    @Test
    void a500IsAServerErrorAndTransient() {
        ApiException e = error(500, "<h1>Server Error (500)</h1>");

        assertThat(e).isInstanceOf(ServerErrorException.class);
        assertThat(e.isTransient()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowedAndItsTargetIsTold(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Location", "https://elsewhere.example/login")
                .build());

        assertThatThrownBy(() -> client.record(RECORD))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("'https://elsewhere.example/login'");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>login</html>", "", "[]", "{\"uuid\": \"half", "{\"uuid\": \"1\"}", "{} {}"})
    void anAnswerOfSuccessThatIsNoRecordIsAProtocolError(String body) {
        server.enqueue(ApiFixture.json(200, body));

        assertThatThrownBy(() -> client.record(RECORD)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void quotesTheStartOfAnAnswerThatIsNoJson() {
        server.enqueue(ApiFixture.html(200));

        ProtocolException e = catchThrowableOfType(ProtocolException.class, () -> client.record(RECORD));

        assertThat(e.body()).startsWith("<!DOCTYPE html>");
        assertThat(e.status()).isEqualTo(200);
    }

    @Test
    void anExceptionShowsWhereTheCallerCalled() {
        VpsDnsException e = error(404, "{\"detail\": \"Not found.\"}");

        assertThat(e.getStackTrace())
                .extracting(StackTraceElement::getClassName)
                .contains(getClass().getName());
    }

    private ApiException error(int status, String body) {
        server.enqueue(ApiFixture.json(status, body));
        return catchThrowableOfType(ApiException.class, () -> client.record(RECORD));
    }
}
