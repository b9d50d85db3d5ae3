// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.exception.AcmeUnauthorizedException;
import org.shredzone.acme4j.exception.AcmeUserActionRequiredException;
import tools.jackson.databind.json.JsonMapper;

/** Accounts (RFC 8555 §7.3). */
class AccountTest {
    private static final String MAC_KEY =
            Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

    private AcmeWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void sameKeyIsSameAccount() throws Exception {
        KeyPair key = AcmeWorld.p256();

        assertThat(world.login(key).getAccount().getLocation())
                .isEqualTo(world.login(key).getAccount().getLocation());
    }

    @Test
    void onlyExistingDoesNotMakeAnAccount() {
        AccountBuilder builder =
                new AccountBuilder().onlyExisting().agreeToTermsOfService().useKeyPair(AcmeWorld.p256());

        assertThatThrownBy(() -> builder.create(world.session))
                .isInstanceOfSatisfying(
                        AcmeServerException.class,
                        e -> assertThat(e.getType())
                                .isEqualTo(URI.create("urn:ietf:params:acme:error:accountDoesNotExist")));
    }

    @Test
    void termsMustBeAgreedTo() throws Exception {
        URI terms = world.session.getMetadata().getTermsOfService().orElseThrow();
        AccountBuilder builder = new AccountBuilder().useKeyPair(AcmeWorld.p256());

        assertThatThrownBy(() -> builder.create(world.session))
                .isInstanceOfSatisfying(
                        AcmeUserActionRequiredException.class,
                        e -> assertThat(e.getTermsOfServiceUri()).contains(terms));
    }

    @Test
    void contactsCanBeChanged() throws Exception {
        Account account = world.login().getAccount();
        account.modify().addContact("mailto:second@example.com").commit();
        account.fetch();

        assertThat(account.getContacts())
                .containsExactly(URI.create("mailto:hostmaster@example.com"), URI.create("mailto:second@example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "tel:+12025551212, 400 unsupportedContact",
        "mailto:nobody, 400 invalidContact",
        "'mailto:a@example.com,b@example.com', 400 invalidContact",
        "mailto:a@example.com?subject=x, 400 invalidContact"
    })
    void badContactsAreRefused(String contact, String problem) throws Exception {
        RawAcme client = new RawAcme(world.ca);

        assertThat(client.post(
                                client.url("newAccount"),
                                "{\"termsOfServiceAgreed\":true,\"contact\":[\"" + contact + "\"]}")
                        .problem())
                .isEqualTo(problem);
    }

    @Test
    void deactivatedAccountMayDoNothing() throws Exception {
        Login login = world.login();
        login.getAccount().deactivate();

        assertThatThrownBy(() -> login.newOrder().domain("example.com").create())
                .isInstanceOf(AcmeUnauthorizedException.class);
    }

    @Test
    void deactivatedAccountCannotBeFoundByItsKey() throws Exception {
        KeyPair key = AcmeWorld.p256();
        world.login(key).getAccount().deactivate();

        assertThatThrownBy(() -> world.login(key)).isInstanceOf(AcmeUnauthorizedException.class);
    }

    @Test
    void keyCanBeChanged() throws Exception {
        Login login = world.login();
        KeyPair fresh = AcmeWorld.key("secp384r1");
        login.getAccount().changeKey(fresh);

        assertThat(world.login(fresh).getAccount().getLocation())
                .isEqualTo(login.getAccount().getLocation());
    }

    @Test
    void keyOfAnotherAccountIsNoNewKey() throws Exception {
        KeyPair taken = AcmeWorld.p256();
        world.login(taken);
        Account account = world.login().getAccount();

        assertThatThrownBy(() -> account.changeKey(taken))
                .isInstanceOfSatisfying(
                        AcmeServerException.class,
                        e -> assertThat(e.getType()).isEqualTo(URI.create("urn:ietf:params:acme:error:conflict")));
    }

    @Test
    void keyChangeMustNameTheOldKey() throws Exception {
        RawAcme client = new RawAcme(world.ca).register();
        KeyPair fresh = AcmeWorld.p256();
        JsonMapper json = JsonMapper.shared();
        String payload = json.writeValueAsString(Map.of("account", client.kid, "oldKey", RawAcme.jwk(fresh)));
        String inner = json.writeValueAsString(RawAcme.flat(
                Map.of("alg", "ES256", "jwk", RawAcme.jwk(fresh), "url", client.url("keyChange")),
                payload,
                fresh.getPrivate()));

        RawAcme.Answer answer = client.post(client.url("keyChange"), inner);

        assertThat(answer.detail()).contains("oldKey");
    }

    @Test
    void listsItsOrders() throws Exception {
        Login login = world.login();
        Order order = login.newOrder().domain("example.com").create();

        assertThat(login.getAccount().getOrders())
                .toIterable()
                .extracting(Order::getLocation)
                .containsExactly(order.getLocation());
    }

    @Test
    void accountOfAnotherIsNotShown() throws Exception {
        RawAcme owner = new RawAcme(world.ca).register();
        RawAcme stranger = new RawAcme(world.ca).register();

        assertThat(stranger.post(owner.kid, "").problem()).isEqualTo("403 unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void bindsToAnExternalAccount(String algorithm) throws Exception {
        try (AcmeWorld bound = new AcmeWorld(settings -> settings.externalAccounts(Map.of("kid-1", MAC_KEY)))) {
            Account account = new AccountBuilder()
                    .agreeToTermsOfService()
                    .withKeyIdentifier("kid-1", MAC_KEY)
                    .withMacAlgorithm(algorithm)
                    .useKeyPair(AcmeWorld.p256())
                    .create(bound.session);

            assertThat(account.getStatus()).isEqualTo(Status.VALID);
        }
    }

    @Test
    void tellsThatABindingIsNeeded() throws Exception {
        try (AcmeWorld bound = new AcmeWorld(settings -> settings.externalAccounts(Map.of("kid-1", MAC_KEY)))) {
            RawAcme client = new RawAcme(bound.ca);

            assertThat(bound.session.getMetadata().isExternalAccountRequired()).isTrue();
            assertThat(client.post(client.url("newAccount"), "{\"termsOfServiceAgreed\":true}")
                            .problem())
                    .isEqualTo("403 externalAccountRequired");
        }
    }

    @ParameterizedTest
    @CsvSource({"kid-1, BBBB", "kid-2, AAAA"})
    void refusesAnotherMacKeyOrIdentifier(String kid, String start) throws Exception {
        try (AcmeWorld bound = new AcmeWorld(settings -> settings.externalAccounts(Map.of("kid-1", MAC_KEY)))) {
            AccountBuilder builder = new AccountBuilder()
                    .agreeToTermsOfService()
                    .withKeyIdentifier(kid, start + MAC_KEY.substring(4))
                    .withMacAlgorithm("HS256")
                    .useKeyPair(AcmeWorld.p256());
            Session session = bound.session;

            assertThatThrownBy(() -> builder.create(session)).isInstanceOf(AcmeServerException.class);
        }
    }

    @Test
    void refusesAMacKeyThatIsNotBase64() {
        AcmeCaBuilder builder = AcmeCa.builder().externalAccounts(Map.of("kid-1", "not base64"));

        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MAC key of external account \"kid-1\" is not base64url");
    }
}
