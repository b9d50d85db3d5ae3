// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Headers;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallCredentialsTest {
    @Test
    void readsBasicUntilTheFirstColon() {
        assertThat(ofHeader("Basic " + base64("router:pa:ss:", StandardCharsets.UTF_8)))
                .containsExactly(new Credentials("router", "pa:ss:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic ", "BASIC   ", "Basic "})
    void readsTheSchemeInAnyCase(String scheme) {
        assertThat(ofHeader(scheme + base64("router:secret", StandardCharsets.UTF_8)))
                .containsExactly(new Credentials("router", "secret"));
    }

    @Test
    void readsBasicWithoutPadding() {
        assertThat(ofHeader("Basic cm91dGVyOnNlY3JldA")).containsExactly(new Credentials("router", "secret"));
    }

    @Test
    void readsUtf8FirstAndLatin1Else() {
        assertThat(ofHeader("Basic " + base64("router:grün", StandardCharsets.UTF_8)))
                .containsExactly(new Credentials("router", "grün"), new Credentials("router", "grÃ¼n"));
    }

    @Test
    void readsWhatIsNoUtf8AsLatin1() {
        assertThat(ofHeader("Basic " + base64("router:grün", StandardCharsets.ISO_8859_1)))
                .containsExactly(new Credentials("router", "grün"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic %%%", "Basic Zm9v", "Bearer nothing-known", "Basic cm91dGVyOnNlY3JldA==="})
    void takesWhatCannotBeReadForATryOfNobody(String field) {
        assertThat(ofHeader(field)).singleElement().satisfies(given -> {
            assertThat(given.user()).isEmpty();
            assertThat(given.password()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic Og==", "Basic", "Basic ", "", "Digest username=\"router\", response=\"00\"", "NTLM xyz"})
    void takesEmptyFieldsAndUnknownSchemesForNothing(String field) {
        assertThat(ofHeader(field)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer router:secret", "bearer cm91dGVyOnNlY3JldA==", "Token router:secret"})
    void readsTokensPlainOrEncoded(String field) {
        assertThat(ofHeader(field)).containsExactly(new Credentials("router", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username=router&password=secret",
                "hostname=a.example&user=router&pass=secret",
                "login=router&passwd=secret",
                "pw=secret&user=router",
                "token=router:secret",
                "token=router%3Asecret",
                "username=router&password=&pass=secret",
                "username=router&token=router:secret"
            })
    void readsTheQueryInAllItsSpellings(String query) {
        assertThat(CallCredentials.of(call(List.of(), query))).containsExactly(new Credentials("router", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hostname=a.example", "username=router", "password=secret", "username=&password=", "token="})
    void findsNothingWhereNothingWhole(String query) {
        assertThat(CallCredentials.of(call(List.of(), query))).isEmpty();
    }

    @Test
    void readsAPlusAsASpaceFirstAndAsItselfElse() {
        assertThat(CallCredentials.of(call(List.of(), "username=router&password=a+b")))
                .containsExactly(new Credentials("router", "a b"), new Credentials("router", "a+b"));
    }

    @Test
    void prefersTheHeaderToTheQuery() {
        assertThat(CallCredentials.of(call(List.of("Bearer router:old"), "username=router&password=new")))
                .containsExactly(new Credentials("router", "old"));
    }

    @Test
    void readsTheQueryWhereTheHeaderWasLeftEmpty() {
        assertThat(CallCredentials.of(call(List.of("Basic Og=="), "username=router&password=secret")))
                .containsExactly(new Credentials("router", "secret"));
    }

    @Test
    void readsTheFirstFieldThatGivesAny() {
        assertThat(CallCredentials.of(call(List.of("Digest x", "Bearer router:secret", "Bearer other:one"), "")))
                .containsExactly(new Credentials("router", "secret"));
    }

    @Test
    void readsAForm() {
        assertThat(CallCredentials.of(posted("application/x-www-form-urlencoded; charset=utf-8")))
                .containsExactly(new Credentials("router", "secret"));
    }

    @Test
    void readsNoBodyThatIsNoForm() {
        assertThat(CallCredentials.of(posted("text/plain"))).isEmpty();
    }

    @Test
    void readsAnythingWithoutFailing() {
        SplittableRandom random = new SplittableRandom(7617);
        List<String> pieces = List.of(
                "Basic",
                "Bearer",
                "Token",
                " ",
                ":",
                "=",
                "&",
                "+",
                "%",
                "%zz",
                "%41",
                "Og==",
                "cm91dGVyOnM=",
                "user",
                "password",
                "pass",
                "token",
                "ü",
                "\u0000",
                "😀",
                ",",
                "-",
                "_",
                "\t");
        for (int round = 0; round < 20_000; round++) {
            String field = random.ints(random.nextInt(12), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            String query = random.ints(random.nextInt(12), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            assertThat(CallCredentials.of(call(List.of(field), query)))
                    .as(field + " and " + query)
                    .hasSizeLessThanOrEqualTo(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void showNeitherNameNorPasswordWhenPrinted() {
        assertThat(new Credentials("router", "secret").toString()).doesNotContain("router", "secret");
    }

    private static List<Credentials> ofHeader(String field) {
        return CallCredentials.of(call(List.of(field), ""));
    }

    private static Call call(List<String> authorization, String query) {
        return new Call(
                "GET",
                "/nic/update",
                query,
                new Headers(Map.of("Authorization", authorization)),
                new byte[0],
                InetAddress.getLoopbackAddress(),
                true);
    }

    private static Call posted(String type) {
        return new Call(
                "POST",
                "/nic/update",
                "hostname=a.example",
                new Headers(Map.of("Content-Type", List.of(type))),
                "username=router&password=secret".getBytes(StandardCharsets.US_ASCII),
                InetAddress.getLoopbackAddress(),
                true);
    }

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }
}
