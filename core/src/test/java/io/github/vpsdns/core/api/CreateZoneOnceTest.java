// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.array;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.status;
import static io.github.vpsdns.core.api.ApiFixture.zone;
import static io.github.vpsdns.core.api.ApiFixture.zoneDetail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.ZoneDetail;
import io.github.vpsdns.core.zone.ZoneId;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreateZoneOnceTest {
    private static final MockResponse CUT = new MockResponse.Builder()
            .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build();
    private static final MockResponse LISTED = json(200, array(zone("z-7", "new.example")));
    private static final MockResponse DETAIL = json(200, zoneDetail("z-7", "new.example"));

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
    void findsAZoneWhoseAnswerWasLost() throws Exception {
        enqueue(CUT, LISTED, DETAIL);

        assertThat(create().zone().id()).isEqualTo(new ZoneId("z-7"));
        assertThat(methods()).containsExactly("POST", "GET", "GET");
    }

    @Test
    void sendsARequestAgainThatWasLost() throws Exception {
        enqueue(status(503), json(200, "[]"), json(201, zoneDetail("z-7", "new.example")));

        assertThat(create().zone().id()).isEqualTo(new ZoneId("z-7"));
        assertThat(methods()).containsExactly("POST", "GET", "POST");
    }

    @Test
    void aRefusalAfterALostAnswerMayMeanThatItIsThere() throws Exception {
        enqueue(CUT, json(200, "[]"), status(400), LISTED, DETAIL);

        assertThat(create().zone().id()).isEqualTo(new ZoneId("z-7"));
        assertThat(methods()).containsExactly("POST", "GET", "POST", "GET", "GET");
    }

    @Test
    void aRefusalOfTheFirstTryIsAnError() {
        enqueue(status(400));

        assertThatThrownBy(this::create).isInstanceOf(InvalidRequestException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anAnswerThatShowsNoZoneIsReadBack() throws Exception {
        enqueue(json(201, "{}"), LISTED, DETAIL);

        assertThat(create().zone().id()).isEqualTo(new ZoneId("z-7"));
        assertThat(methods()).containsExactly("POST", "GET", "GET");
    }

    @Test
    void aZoneThatIsSaidToBeMadeAndIsNotThereIsAnError() {
        enqueue(json(200, "{}"), json(200, "[]"));

        assertThatThrownBy(this::create)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("the zone is not there");
    }

    @Test
    void twoZonesOfOneNameAreAnError() {
        enqueue(json(200, array(zone("z-7", "new.example"), zone("z-8", "NEW.example"))));

        assertThatThrownBy(() -> client.findZone(DomainName.of("new.example")))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("2 zones named 'new.example'");
    }

    private ZoneDetail create() {
        return client.createZone(DomainName.of("new.example"));
    }

    private void enqueue(MockResponse... responses) {
        for (MockResponse response : responses) {
            server.enqueue(response);
        }
    }

    private List<String> methods() throws InterruptedException {
        List<String> methods = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            methods.add(server.takeRequest().getMethod());
        }
        return methods;
    }
}
