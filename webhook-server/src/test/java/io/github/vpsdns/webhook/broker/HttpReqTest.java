// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.body;
import static io.github.vpsdns.webhook.broker.BrokerWorld.text;
import static io.github.vpsdns.webhook.broker.BrokerWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.json.JsonTree;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpReqTest {
    private static final String FQDN = "_acme-challenge.www.example.com.";
    /** The key authorization of RFC 8555 section 8.1, and its digest. */
    private static final String RAW =
            "{\"domain\":\"www.example.com\",\"token\":\"evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA\","
                    + "\"keyAuth\":\"evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA.9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI\"}";

    private final BrokerWorld world = new BrokerWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void presentsAValueAndEchoesWhatWasAsked() {
        Reply reply = world.present("lego", body(FQDN, VALUE));

        assertThat(text(reply)).isEqualTo("200 " + body(FQDN, VALUE));
        assertThat(reply.type()).isEqualTo("application/json");
        assertThat(world.texts("example.com")).containsExactly(VALUE);
    }

    @Test
    void acmeShFindsTheValueInTheReply() {
        Reply reply =
                world.present("lego", "{\"fqdn\": \"_acme-challenge.www.example.com.\", \"value\": \"" + VALUE + "\"}");

        assertThat(text(reply)).contains("\"" + VALUE + "\"");
    }

    /** Its answer has to hold the same name and value, under names that Go reads without regard to capitals. */
    @Test
    void capitalsOfNamesDoNotMatterSinceCaddysAcmeproxyModuleWritesThem() {
        Reply reply = world.present("lego", "{\"FQDN\":\"" + FQDN + "\",\"Value\":\"" + VALUE + "\"}\n");

        assertThat(text(reply)).isEqualTo("200 " + body(FQDN, VALUE));
        assertThat(world.texts("example.com")).containsExactly(VALUE);
    }

    @Test
    void cleansUp() {
        world.present("lego", body(FQDN, VALUE));

        assertThat(text(world.cleanup("lego", body(FQDN, VALUE)))).isEqualTo("200 " + body(FQDN, VALUE));

        assertThat(world.texts("example.com")).isEmpty();
        assertThat(world.store.challenges().all()).isEmpty();
        assertThat(world.events)
                .containsExactly(
                        new WebhookEvent.Presented(DomainName.of(FQDN), "lego"),
                        new WebhookEvent.Withdrawn(DomainName.of(FQDN), "lego", false));
    }

    @Test
    void computesTheValueInRawMode() {
        Reply reply = world.present("lego", RAW);

        assertThat(text(reply)).isEqualTo("200 " + RAW);
        assertThat(world.sandbox.zones().records("example.com"))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isEqualTo(digest()));
        world.cleanup("lego", RAW);
        assertThat(world.texts("example.com")).isEmpty();
    }

    @Test
    void provesAWildcardAtTheNameBelow() {
        world.present("lego", "{\"domain\":\"*.example.com\",\"token\":\"t\",\"keyAuth\":\"t.thumb\"}");

        assertThat(world.store.challenges().all())
                .singleElement()
                .satisfies(row -> assertThat(row.name()).isEqualTo(DomainName.of("_acme-challenge.example.com")));
    }

    @Test
    void takesNamesWithAnAccountLabel() {
        assertThat(world.present("lego", body("_ujmmovf2vn55tgye._acme-challenge.example.com.", VALUE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsAbsentIsCleanWithoutAnyCall() {
        assertThat(world.cleanup("lego", body(FQDN, VALUE)).status()).isEqualTo(200);

        assertThat(world.sandbox.calls().all()).isEmpty();
    }

    @Test
    void takesOneListingAndOneCreation() {
        world.present("lego", body("_acme-challenge.example.com.", value(0)));
        world.sandbox.calls().clear();

        world.present("lego", body(FQDN, VALUE));

        assertThat(world.sandbox.calls().count("GET", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(world.sandbox.calls().count("POST", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(world.sandbox.calls().all()).hasSize(2);
    }

    @Test
    void aValueThatIsThereTakesNoWrite() {
        world.present("lego", body(FQDN, VALUE));
        world.sandbox.calls().clear();

        assertThat(world.present("lego", body(FQDN, VALUE)).status()).isEqualTo(200);

        assertThat(world.writes()).isZero();
        assertThat(world.texts("example.com")).containsExactly(VALUE);
    }

    @Test
    void withoutCredentialsABrowserMayAskForThem() {
        Reply reply = world.present("", body(FQDN, VALUE));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Basic realm=\"vpsdns\", charset=\"UTF-8\"");
        assertThat(world.present("nobody", body(FQDN, VALUE)).status()).isEqualTo(401);
        assertThat(world.sandbox.calls().all()).isEmpty();
    }

    @Test
    void namesOutsideOfTheScopesAreRefused() {
        Reply reply = world.present("lego", body("_acme-challenge.example.net.", VALUE));

        assertThat(text(reply)).isEqualTo("403 {\"error\":\"the user may not answer challenges for 'example.net'\"}");
        assertThat(world.events)
                .hasOnlyElementsOfType(WebhookEvent.Refused.class)
                .hasSize(1);
        assertThat(world.sandbox.calls().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com.",
                "www.example.com.",
                "_dmarc.example.com.",
                "_acme-challenge.",
                "_x._acme-challenge.",
                ".",
                "*._acme-challenge.example.com.",
                "x._acme-challenge.example.com.",
                "_a._b._acme-challenge.example.com.",
                "_acme-challenge.*.example.com.",
                "_acme-challenge.exa mple.com.",
                "_acme-challenge..example.com."
            })
    void nothingButNamesOfChallengesIsTaken(String fqdn) {
        Reply reply = world.present("lego", body(fqdn, VALUE));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(world.sandbox.calls().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX00",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX=",
                "v=spf1 include:_spf.example.org ~all -------"
            })
    void nothingButAnswersToChallengesIsTaken(String value) {
        assertThat(text(world.present("lego", body(FQDN, value))))
                .isEqualTo(
                        "400 {\"error\":\"\\\"value\\\" is no answer to a DNS challenge; expected 43 characters of base64url\"}");
        assertThat(world.sandbox.calls().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                    | the body is not a JSON object",
                "nonsense            | the body is not JSON; expected an object",
                "[]                  | the body is not a JSON object",
                "{                   | the body is not JSON; expected an object",
                "{} {}               | the body is not JSON; expected an object",
                "{\"fqdn\":1,\"fqdn\":2} | the body is not JSON; expected an object",
                "{\"value\":\"x\"}   | \"fqdn\" is missing; expected a full name",
                "{\"fqdn\":{}}       | \"fqdn\" is missing; expected a full name",
                "{\"domain\":\"example.com\"} | \"keyAuth\" is no key authorization; expected a token, a '.' and a thumbprint"
            })
    void brokenBodiesAreToldInOneSentence(String body, String sentence) {
        Reply reply = world.present("lego", body == null ? "" : body);

        assertThat(text(reply)).isEqualTo("400 " + JsonTree.object().put("error", sentence));
    }

    @Test
    void aNameThatNoZoneCoversIsNotFound() {
        world.user("lego", "example.org");

        Reply reply = world.present("lego", body("_acme-challenge.example.org.", VALUE));

        assertThat(text(reply))
                .isEqualTo("404 {\"error\":\"no zone of the account covers '_acme-challenge.example.org'\"}");
        assertThat(world.store.challenges().all()).isEmpty();
    }

    @Test
    void anOutageIsTold() {
        world.sandbox.faults().add(Fault.status(500).always());

        Reply reply = world.present("lego", body(FQDN, VALUE));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(text(reply)).contains("{\"error\":\"list the zones: ");
    }

    @Test
    void anApiThatDoesNotWantTheRecordIsABadGateway() {
        world.sandbox.faults().add(Fault.status(400).on("POST", "/dns-zones/*/records/"));

        assertThat(world.present("lego", body(FQDN, VALUE)).status()).isEqualTo(502);
    }

    @Test
    void twentyValuesAtANameAreEnough() {
        for (int i = 0; i < 20; i++) {
            assertThat(world.present("lego", body(FQDN, value(i))).status()).isEqualTo(200);
        }

        assertThat(text(world.present("lego", body(FQDN, VALUE))))
                .isEqualTo("429 {\"error\":\"there are 20 of your values at '_acme-challenge.www.example.com' already;"
                        + " clean some up\"}");
        assertThat(world.present("lego", body(FQDN, value(3))).status()).isEqualTo(200);
        assertThat(world.present("other", body(FQDN, VALUE)).status()).isEqualTo(200);
    }

    @Test
    void aFullDiskIsToldAndWritesNothing() {
        world.store.failing(true);

        assertThat(world.present("lego", body(FQDN, VALUE)).status()).isEqualTo(503);

        assertThat(world.writes()).isZero();
    }

    private static String digest() {
        return ChallengeRequest.read(RAW.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .key()
                .value();
    }
}
