// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.cli.base.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://hc-ping.com/uuid, https://hc-ping.com/uuid, https://hc-ping.com/uuid/fail",
        "https://hc-ping.com/uuid/, https://hc-ping.com/uuid/, https://hc-ping.com/uuid/fail",
        "https://hc.example/ping/key/slug?create=1, https://hc.example/ping/key/slug?create=1,"
                + " https://hc.example/ping/key/slug/fail?create=1",
        "https://kuma.example/api/push/tok?status=up&msg=OK&ping=,"
                + " https://kuma.example/api/push/tok?status=up&msg=OK&ping=,"
                + " https://kuma.example/api/push/tok?status=down&msg=a+%26+b&ping=",
        "http://192.168.1.5:3001/kuma/api/push/tok/,"
                + " http://192.168.1.5:3001/kuma/api/push/tok?status=up&msg=OK&ping=,"
                + " http://192.168.1.5:3001/kuma/api/push/tok?status=down&msg=a+%26+b&ping=",
    })
    void knowsTheFormsOfBothKinds(String given, String success, String failure) {
        HeartbeatUrl url = HeartbeatUrl.of(given, "heartbeat");

        assertThat(url.success()).hasToString(success);
        assertThat(url.failure("a & b")).hasToString(failure);
    }

    @Test
    void cutsWhatAPushMonitorCannotShow() {
        HeartbeatUrl url = HeartbeatUrl.of("https://kuma.example/api/push/tok", "heartbeat");

        assertThat(url.failure("x".repeat(5000)).toString()).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8000/ping/x",
                "http://10.1.2.3/x",
                "http://172.16.0.1/x",
                "http://[fd00::5]:3001/x",
                "http://kuma:3001/api/push/x",
                "http://kuma.lan/x"
            })
    void takesPlainHttpWithinTheOwnNetwork(String given) {
        assertThat(HeartbeatUrl.of(given, "heartbeat").success()).asString().startsWith(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hc-ping.com/secret",
                "http://172.32.0.1/secret",
                "http://[2001:db8::1]/secret",
                "http://192.168.1.1.example/secret",
                "http://localhost.example/secret",
                "https://user:secret@hc-ping.com/",
                "ftp://localhost/secret",
                "hc-ping.com/secret",
                "https://hc-ping.com:99999/secret",
                "https://hc-ping.com:0/secret",
                "secret"
            })
    void refusesTheRestWithoutQuotingIt(String given) {
        assertThatThrownBy(() -> HeartbeatUrl.of(given, "heartbeat"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("heartbeat: this is not a URL for heartbeats; expected an https URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void showsItsHostAlone() {
        assertThat(HeartbeatUrl.of("https://hc-ping.com/secret", "heartbeat")).hasToString("https://hc-ping.com/***");
    }
}
