// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.ExternalAccount;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private static final String HMAC = "bWluZSBhbG9uZSwgbWluZSBhbG9uZSwgbWluZSBhbG9uZQ";

    private static IssuedCertificate issue(World world, AccountSettings account) {
        return new CertificateIssuer(
                        world.server(), account, world.accounts, world.solver().build(), world.time, IssueListener.NONE)
                .issue(World.names("example.com"), null);
    }

    private static CaException refusal(World world, AccountSettings account) {
        return catchThrowableOfType(CaException.class, () -> issue(world, account));
    }

    private static List<AcmeEvent.AccountCreated> made(World world) {
        return world.sandbox.acme().log().events(AcmeEvent.AccountCreated.class);
    }

    @Test
    void makesAnAccountOnceAndKeepsIt() {
        try (World world = World.start()) {
            issue(world, World.ACCOUNT);
            issue(world, World.ACCOUNT);

            assertThat(made(world)).hasSize(1);
            assertThat(made(world).get(0).contacts()).containsExactly("mailto:admin@example.com");
            assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ACCOUNT)).isEqualTo(1);
        }
    }

    @Test
    void needsNoConsentOnceTheAccountIsThere() {
        try (World world = World.start()) {
            issue(world, World.ACCOUNT);

            assertThat(issue(world, new AccountSettings(null, false, null)).chain())
                    .isNotEmpty();
        }
    }

    @Test
    void asksForConsentWithTheUrlOfTheTerms() {
        try (World world = World.start()) {
            CaException e = refusal(world, new AccountSettings("admin@example.com", false, null));

            assertThat(e.kind()).isEqualTo(Kind.ACTION_REQUIRED);
            assertThat(e.getMessage())
                    .matches("the CA 127.0.0.1 makes accounts only for those who agree to its terms of service:"
                            + " read http://\\S+ and then say so \\(--agree-tos\\)");
            assertThat(made(world)).isEmpty();
        }
    }

    @Test
    void bindsTheAccountToAnExternalOne() {
        try (World world = World.start(ca -> ca.externalAccounts(Map.of("kid-1", HMAC)))) {
            issue(world, new AccountSettings(null, true, ExternalAccount.of("kid-1", HMAC + "\n")));

            assertThat(made(world)).hasSize(1);
        }
    }

    @Test
    void asksForAnExternalAccountWhereTheCaWantsOne() {
        try (World world = World.start(ca -> ca.externalAccounts(Map.of("kid-1", HMAC)))) {
            CaException e = refusal(world, World.ACCOUNT);

            assertThat(e.kind()).isEqualTo(Kind.ACTION_REQUIRED);
            assertThat(e).hasMessageContaining("--eab-kid");
        }
    }

    @Test
    void asksForAnExternalAccountWhereOnlyTheRefusalSaysSo() {
        try (World world = World.start()) {
            world.sandbox
                    .acme()
                    .faults()
                    .next(
                            Endpoint.NEW_ACCOUNT,
                            AcmeFault.problem(ProblemType.EXTERNAL_ACCOUNT_REQUIRED, "customers only"));

            CaException e = refusal(world, World.ACCOUNT);

            assertThat(e.kind()).isEqualTo(Kind.ACTION_REQUIRED);
            assertThat(e)
                    .hasMessage("making an account at the CA: the CA 127.0.0.1 refused: customers only"
                            + " (externalAccountRequired); give the key identifier and HMAC key from its web site"
                            + " (--eab-kid, --eab-hmac-file)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 48, 64, 128})
    void bindsWithKeysOfAnyLengthThatCasGiveOut(int bytes) {
        byte[] key = new byte[bytes];
        Arrays.fill(key, (byte) 0xfb);
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        String plain = Base64.getEncoder().encodeToString(key);
        try (World world = World.start(ca -> ca.externalAccounts(Map.of("kid-1", url)))) {
            issue(world, new AccountSettings(null, true, ExternalAccount.of("kid-1", plain)));

            assertThat(made(world)).hasSize(1);
        }
    }

    @Test
    void refusesAKeyThatWasCutShort() {
        assertThatThrownBy(() -> ExternalAccount.of("kid-1", HMAC.substring(0, 40)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the HMAC key of the external account is cut short: it has 30 bytes; expected at least 32,"
                        + " which are 43 characters of base64url");
    }

    @Test
    void bindsAtTheSecondAttemptWhereTheFirstWasRefused() {
        try (World world = World.start(ca -> ca.externalAccounts(Map.of("kid-1", HMAC)))) {
            assertThat(refusal(world, new AccountSettings(null, true, ExternalAccount.of("kid-2", HMAC))))
                    .isNotNull();

            issue(world, new AccountSettings(null, true, ExternalAccount.of("kid-1", HMAC)));

            assertThat(made(world)).hasSize(1);
        }
    }

    @Test
    void passesOnThatTheExternalAccountIsRefused() {
        try (World world = World.start(ca -> ca.externalAccounts(Map.of("kid-1", HMAC)))) {
            CaException e = refusal(world, new AccountSettings(null, true, ExternalAccount.of("kid-2", HMAC)));

            assertThat(e.kind()).isEqualTo(Kind.REFUSED);
            assertThat(e).hasMessageStartingWith("making an account at the CA: the CA 127.0.0.1 refused: ");
            assertThat(world.accounts.load(world.server().directory())).isEmpty();
        }
    }

    @Test
    void makesTheAccountAnewWhereTheCaNoLongerKnowsIt() {
        try (World world = World.start()) {
            URI ca = world.server().directory();
            URI gone = ca.resolve("/account/gone");
            world.accounts.save(ca, new StoredAccount(gone, List.of(), Instant.EPOCH, KeyType.P256.generate()));

            assertThat(issue(world, World.ACCOUNT).chain()).isNotEmpty();
            assertThat(made(world)).hasSize(1);
            assertThat(world.accounts.load(ca).orElseThrow().url()).isNotEqualTo(gone);
        }
    }

    @Test
    void makesTheAccountAnewWhereOnlyTheOrderTellsThatItIsGone() {
        try (World world = World.start()) {
            URI ca = world.server().directory();
            URI gone = ca.resolve("/account/gone");
            world.accounts.save(ca, new StoredAccount(gone, List.of(), Instant.EPOCH, KeyType.P256.generate()));

            assertThat(issue(world, new AccountSettings(null, true, null)).chain())
                    .isNotEmpty();
            assertThat(made(world)).hasSize(1);
            assertThat(world.accounts.load(ca).orElseThrow().url()).isNotEqualTo(gone);
        }
    }

    @Test
    void tellsTheCaAboutANewAddress() {
        try (World world = World.start()) {
            issue(world, World.ACCOUNT);
            issue(world, new AccountSettings("other@example.com", true, null));

            assertThat(world.accounts
                            .load(world.server().directory())
                            .orElseThrow()
                            .contacts())
                    .containsExactly("mailto:other@example.com");
            assertThat(world.sandbox.acme().log().count(Endpoint.ACCOUNT)).isGreaterThan(0);
            assertThat(made(world)).hasSize(1);
        }
    }

    @Test
    void refusesWhatIsNoMailAddress() {
        assertThatThrownBy(() -> new AccountSettings("admin", true, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'admin' is not a mail address; expected one such as admin@example.com");
    }

    @Test
    void neverShowsTheKeyOfAnExternalAccount() {
        assertThat(ExternalAccount.of("kid-1", HMAC)).hasToString("kid-1 ***");
        assertThatThrownBy(() -> ExternalAccount.of("kid-1", "not base64url!"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("not base64url!");
        assertThatThrownBy(() -> ExternalAccount.of(" ", HMAC)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ExternalAccount.of("kid-1", " ")).isInstanceOf(InvalidValueException.class);
    }
}
