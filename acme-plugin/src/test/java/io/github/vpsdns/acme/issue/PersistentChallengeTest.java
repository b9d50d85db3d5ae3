// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.internal.PersistentIdentity;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.persist.ProofAccount;
import io.github.vpsdns.acme.store.StoredAccount;
import java.net.URI;
import java.net.URL;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Metadata;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.toolbox.JSON;

class PersistentChallengeTest {
    private static final URI ACCOUNT = URI.create("https://ca.example/acct/1");
    private static final KeyPair KEY = KeyType.P256.generate();

    private static PersistentChallenge read(String members, String meta) throws Exception {
        Login login = new Session("http://localhost/directory").login(new URL(ACCOUNT.toString()), KEY);
        Challenge challenge = login.createChallenge(JSON.parse("""
                {"type": "dns-persist-01", "url": "https://ca.example/chall/1", "status": "pending"%s}""".formatted(members.isEmpty() ? "" : ", " + members)));
        return PersistentChallenge.of("ca.example", "example.com", List.of(challenge), metadata(meta), ACCOUNT);
    }

    private static Metadata metadata(String meta) {
        return new Metadata(JSON.parse("{" + meta + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer-domain-names", "issuerDomainNames"})
    void readsTheIssuersOfEitherDraft(String field) throws Exception {
        assertThat(read("\"" + field + "\": [\"authority.example\", \"ca.example.net\"]", "")
                        .issuers())
                .containsExactly("authority.example", "ca.example.net");
    }

    @Test
    void prefersTheNameThatTheDirectoryTells() throws Exception {
        assertThat(read("\"issuer-domain-names\": [\"a.example\", \"b.example\"]", "\"caaIdentities\": [\"b.example\"]")
                        .issuers())
                .containsExactly("b.example", "a.example");
    }

    @Test
    void takesTenIssuersAndNotEleven() throws Exception {
        assertThat(read(issuers(10), "").issuers()).hasSize(10);
        assertThatThrownBy(() -> read(issuers(11), "")).isInstanceOf(CaException.class);
    }

    private static String issuers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"ca" + i + ".example\"")
                .collect(Collectors.joining(", ", "\"issuer-domain-names\": [", "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"issuer-domain-names\": []",
                "\"issuer-domain-names\": [\"Authority.example\"]",
                "\"issuer-domain-names\": [\"authority.example.\"]",
                "\"issuer-domain-names\": [\"authority.example; policy=wildcard\"]",
                "\"issuer-domain-names\": [\"\"]"
            })
    void refusesIssuersThatAreNone(String members) {
        assertThatThrownBy(() -> read(members, ""))
                .isInstanceOfSatisfying(
                        CaException.class, e -> assertThat(e.kind()).isEqualTo(CaException.Kind.UNEXPECTED))
                .hasMessageContaining("malformed dns-persist-01 challenge for example.com");
    }

    @Test
    void takesAnAccountThatIsOursAndNoOther() throws Exception {
        String issuers = "\"issuer-domain-names\": [\"ca.example\"], ";

        assertThat(read(issuers + "\"accounturi\": \"https://ca.example/acct/1\"", "")
                        .issuers())
                .hasSize(1);
        assertThatThrownBy(() -> read(issuers + "\"accounturi\": \"https://ca.example/acct/2\"", ""))
                .isInstanceOf(CaException.class)
                .hasMessageContaining("for the account https://ca.example/acct/2, not for https://ca.example/acct/1");
    }

    @Test
    void refusesIssuersThatLackOneOfTheDirectorys() {
        assertThatThrownBy(() -> read(
                        "\"issuerDomainNames\": [\"a.example\"]",
                        "\"issuerDomainNames\": [\"a.example\", \"b.example\"]"))
                .isInstanceOf(CaException.class)
                .hasMessageContaining("lack some of the directory's");
    }

    @Test
    void refusesIssuersOfTheNewerDraftThatCaaDoesNotKnow() {
        assertThatThrownBy(() -> read("\"issuerDomainNames\": [\"a.example\"]", "\"caaIdentities\": [\"b.example\"]"))
                .isInstanceOf(CaException.class)
                .hasMessageContaining("not all among the CA's CAA identities");
    }

    @Test
    void namesTheAccountByAHashWhereTheDirectoryHasAPrefix() {
        StoredAccount stored = new StoredAccount(ACCOUNT, List.of(), Instant.EPOCH, KEY);

        assertThat(PersistentIdentity.account(metadata(""), stored)).isEqualTo(new ProofAccount.Plain(ACCOUNT));
        assertThat(PersistentIdentity.account(metadata("\"accountHashPrefix\": \"https://ca.example/h/\""), stored))
                .isInstanceOfSatisfying(
                        ProofAccount.Hashed.class,
                        hashed -> assertThat(hashed.thumbprint()).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void takesADirectoryListOutOfShapeForNone() {
        assertThat(PersistentIdentity.issuers(metadata("\"issuerDomainNames\": [\"A.example\"]")))
                .isEmpty();
    }
}
