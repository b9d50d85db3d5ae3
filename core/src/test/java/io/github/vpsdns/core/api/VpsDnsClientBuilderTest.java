// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.http.Endpoint;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VpsDnsClientBuilderTest {
    @ParameterizedTest
    @CsvSource({
        "https://admin.vps.org, https://admin.vps.org/api/v1/",
        "https://admin.vps.org/, https://admin.vps.org/api/v1/",
        "https://admin.vps.org/api/v1, https://admin.vps.org/api/v1/",
        "https://admin.vps.org/api/v1/, https://admin.vps.org/api/v1/",
        "https://proxy.example/vps//, https://proxy.example/vps/",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/api/v1/",
        "http://localhost:1/x, http://localhost:1/x/",
        "http://[::1]:8080, http://[::1]:8080/api/v1/"
    })
    void completesABareOriginAndEndsInASlash(URI given, String base) {
        assertThat(Endpoint.of(given)).hasToString(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://admin.vps.org/api/v1",
                "http://10.0.0.1",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://mylocalhost"
            })
    void refusesToSendTheTokenInTheClear(URI url) {
        assertThatThrownBy(() -> VpsDnsClient.builder().apiUrl(url))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x/", "admin.vps.org", "", "https:///", "mailto:x@y.example"})
    void refusesWhatIsNoHttpUrl(URI url) {
        assertThatThrownBy(() -> VpsDnsClient.builder().apiUrl(url))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("https://admin.vps.org/api/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:pass@x.example/", "https://x.example/?a=b", "https://x.example/#f"})
    void refusesCredentialsQueriesAndFragments(URI url) {
        assertThatThrownBy(() -> VpsDnsClient.builder().apiUrl(url))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("pass@");
    }

    @Test
    void needsAToken() {
        VpsDnsClientBuilder builder = VpsDnsClient.builder();

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("token");
    }

    @Test
    void needsNothingButAToken() {
        assertThatCode(() -> VpsDnsClient.builder()
                        .token(ApiToken.of("vps_x"))
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "a\nb", "\u00e4"})
    void refusesAUserAgentThatCannotStandInAHeader(String product) {
        assertThatThrownBy(() -> VpsDnsClient.builder().userAgent(product)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesAnAbsurdLimitOfSilence() {
        assertThatThrownBy(() -> VpsDnsClient.builder().silence(Duration.ZERO))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "abc", "vps_", "vps_a b", "vps_a\nb", "vps_\u00e4"})
    void refusesATokenOfAnotherForm(String text) {
        assertThatThrownBy(() -> ApiToken.of(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesARetryPolicyThatCannotWork() {
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.within(Duration.ZERO)).isInstanceOf(InvalidValueException.class);
    }
}
