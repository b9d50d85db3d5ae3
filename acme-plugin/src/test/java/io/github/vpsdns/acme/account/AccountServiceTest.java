// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.MailAddress;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccountServiceTest {
    private final World world = World.start();
    private final AccountService service = new AccountService(world.server(), world.accounts, world.time);

    @BeforeEach
    void makeTheAccount() {
        world.issuer().issue(World.names("example.com"), null);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private StoredAccount stored() {
        return world.accounts.load(world.server().directory()).orElseThrow();
    }

    private void assertThatTheAccountWorks() {
        assertThat(world.issuer().issue(World.names("www.example.com"), null).chain())
                .isNotEmpty();
        assertThat(world.sandbox.acme().log().events(AcmeEvent.AccountCreated.class))
                .hasSize(1);
    }

    @Test
    void showsWhatTheCaKnows() {
        AccountDetails details = service.show();

        assertThat(details.url()).isEqualTo(stored().url());
        assertThat(details.status()).isEqualTo("valid");
        assertThat(details.contacts()).containsExactly("mailto:admin@example.com");
        assertThat(details.termsAgreed()).isTrue();
        assertThat(details.terms()).isNotNull();
        assertThat(details.keyType()).isEqualTo("p256");
    }

    @Test
    void saysThatThereIsNone() {
        world.accounts.remove(world.server().directory());

        assertThatThrownBy(service::show)
                .isInstanceOf(NoAccountException.class)
                .hasMessage("there is no account at the CA " + world.server().directory()
                        + " here; the first certificate from it makes one");
    }

    @Test
    void givesTheCaSeveralAddresses() {
        AccountDetails details =
                service.updateContacts(List.of(new MailAddress("a@example.com"), new MailAddress("b@example.com")));

        assertThat(details.contacts()).containsExactly("mailto:a@example.com", "mailto:b@example.com");
        assertThat(stored().contacts()).isEqualTo(details.contacts());
    }

    @Test
    void takesTheLastAddressBack() {
        assertThat(service.updateContacts(List.of()).contacts()).isEmpty();
        assertThat(stored().contacts()).isEmpty();
    }

    @Test
    void passesOnThatTheCaDoesNotTakeAnAddress() {
        CaException e = catchThrowableOfType(
                CaException.class, () -> service.updateContacts(List.of(new MailAddress("a@localhost"))));

        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(stored().contacts()).containsExactly("mailto:admin@example.com");
    }

    @ParameterizedTest
    @EnumSource(names = {"P256", "P384", "RSA2048"})
    void changesTheKeyToOneOfAnyKind(KeyType type) {
        KeyPair old = stored().key();

        AccountDetails details = service.rollOver(type);

        assertThat(details.keyType()).isEqualTo(type.toString());
        assertThat(stored().key().getPublic()).isNotEqualTo(old.getPublic());
        assertThatTheAccountWorks();
    }

    @Test
    void changesTheKeyAgain() {
        service.rollOver(KeyType.RSA2048);
        service.rollOver(KeyType.P256);

        assertThat(service.show().keyType()).isEqualTo("p256");
    }

    static Stream<AcmeFault> passingFaults() {
        return Stream.of(
                AcmeFault.unavailable(Duration.ofSeconds(2)),
                AcmeFault.problem(ProblemType.SERVER_INTERNAL, "out of order"),
                AcmeFault.badNonce(),
                AcmeFault.dropBefore(),
                AcmeFault.dropAfter());
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void changesTheKeyOnceWhateverHappensToTheAnswer(AcmeFault fault) {
        world.sandbox.acme().faults().next(Endpoint.KEY_CHANGE, 2, fault);

        service.rollOver(KeyType.P256);

        assertThatTheAccountWorks();
    }

    @Test
    void keepsTheOldKeyWhereTheCaRefusesTheNewOne() {
        KeyPair old = stored().key();
        world.sandbox
                .acme()
                .faults()
                .next(Endpoint.KEY_CHANGE, AcmeFault.problem(ProblemType.BAD_PUBLIC_KEY, "no such key"));

        assertThatThrownBy(() -> service.rollOver(KeyType.P256)).isInstanceOf(CaException.class);

        assertThat(stored().key()).isEqualTo(old);
        assertThatTheAccountWorks();
    }

    @Test
    void finishesAChangeThatNobodyHeardTheEndOf() {
        KeyPair old = stored().key();
        world.sandbox.acme().faults().always(Endpoint.KEY_CHANGE, AcmeFault.dropAfter());
        world.sandbox.acme().faults().always(Endpoint.ACCOUNT, AcmeFault.unavailable(Duration.ofSeconds(1)));
        assertThatThrownBy(() -> service.rollOver(KeyType.P256)).isInstanceOf(CaException.class);
        assertThat(stored().key()).isEqualTo(old);
        world.sandbox.acme().faults().clear();

        assertThatTheAccountWorks();
        assertThat(stored().key()).isNotEqualTo(old);
    }

    @Test
    void findsTheNewKeyWhereTheCaLooksForAccountsOnlyWithABinding() {
        AcmeFault binding = AcmeFault.problem(ProblemType.EXTERNAL_ACCOUNT_REQUIRED, "bind it first");
        world.sandbox.acme().faults().always(Endpoint.NEW_ACCOUNT, binding);
        world.sandbox.acme().faults().always(Endpoint.KEY_CHANGE, AcmeFault.dropAfter());
        world.sandbox.acme().faults().next(Endpoint.ACCOUNT, 5, AcmeFault.unavailable(Duration.ofSeconds(1)));
        assertThatThrownBy(() -> service.rollOver(KeyType.P256)).isInstanceOf(CaException.class);
        KeyPair begun = world.accounts.pendingKey(world.server().directory()).orElseThrow();
        world.sandbox.acme().faults().clear();
        world.sandbox.acme().faults().always(Endpoint.NEW_ACCOUNT, binding);

        assertThat(service.show().status()).isEqualTo("valid");
        assertThat(stored().key()).isEqualTo(begun);
    }

    @Test
    void usesTheKeyOfAnUnfinishedChangeAgain() {
        world.sandbox.acme().faults().always(Endpoint.KEY_CHANGE, AcmeFault.dropBefore());
        assertThatThrownBy(() -> service.rollOver(KeyType.P256)).isInstanceOf(CaException.class);
        KeyPair begun = world.accounts.pendingKey(world.server().directory()).orElseThrow();
        world.sandbox.acme().faults().clear();

        service.rollOver(KeyType.P256);

        assertThat(stored().key()).isEqualTo(begun);
        assertThat(world.accounts.pendingKey(world.server().directory())).isEmpty();
    }

    @Test
    void deactivatesAndForgets() {
        assertThat(service.deactivate()).isTrue();

        assertThat(world.accounts.load(world.server().directory())).isEmpty();
    }

    @Test
    void findsThatItWasDeactivatedBefore() {
        StoredAccount account = stored();
        service.deactivate();
        world.accounts.save(world.server().directory(), account);

        assertThat(service.deactivate()).isFalse();
        assertThat(world.accounts.load(world.server().directory())).isEmpty();
    }

    @Test
    void deactivatesOnceWhereTheAnswerIsLost() {
        world.sandbox.acme().faults().next(Endpoint.ACCOUNT, AcmeFault.dropAfter());

        service.deactivate();

        assertThat(world.accounts.load(world.server().directory())).isEmpty();
    }

    @Test
    void keepsTheAccountWhereTheCaCannotBeAsked() {
        world.sandbox.acme().faults().always(Endpoint.ACCOUNT, AcmeFault.unavailable(Duration.ofSeconds(1)));

        assertThatThrownBy(service::deactivate).isInstanceOf(CaException.class);

        assertThat(stored().url()).isNotNull();
    }
}
