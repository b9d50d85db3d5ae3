// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.testing.TestAuthority;
import io.github.vpsdns.core.InvalidValueException;
import java.security.Principal;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

class SwitchingKeyManagerTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final KeyPurposeId[] SERVER = {KeyPurposeId.id_kp_serverAuth};
    private static final KeyPurposeId[] BOTH = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};

    private final SwitchingKeyManager keys = new SwitchingKeyManager();

    private String choose(String keyType) {
        return keys.chooseEngineServerAlias(keyType, null, null);
    }

    @Test
    void hasNoAliasBeforeTheFirstCertificate() {
        assertThat(choose("EC")).isNull();
        assertThat(keys.getServerAliases("EC", null)).isNull();
        assertThat(keys.get("www")).isEmpty();
    }

    @Test
    void leadsAnAliasToItsOwnKeyAndChainAfterAChange() {
        TlsIdentity first = AUTHORITY.issue("www.example.com");
        keys.put("www", first);
        String chosen = choose("EC");

        keys.put("www", AUTHORITY.issue("www.example.com"));

        assertThat(keys.getPrivateKey(chosen)).isEqualTo(first.key());
        assertThat(keys.getCertificateChain(chosen)).containsExactlyElementsOf(first.chain());
        assertThat(choose("EC")).isNotEqualTo(chosen);
    }

    @Test
    void keepsEightBeforeTheNewestAndNoMore() {
        keys.put("www", AUTHORITY.issue("www.example.com"));
        String oldest = choose("EC");
        for (int i = 0; i < 8; i++) {
            keys.put("www", AUTHORITY.issue("www.example.com"));
        }
        assertThat(keys.getPrivateKey(oldest)).isNotNull();

        keys.put("www", AUTHORITY.issue("www.example.com"));

        assertThat(keys.getPrivateKey(oldest)).isNull();
        assertThat(keys.getCertificateChain(oldest)).isNull();
    }

    @Test
    void changesOfOneNameDoNotPushOutAnother() {
        keys.put("a", AUTHORITY.issue("a.example.com"));
        String alias = choose("EC");
        for (int i = 0; i < 20; i++) {
            keys.put("b", AUTHORITY.issue("b.example.com"));
        }

        assertThat(keys.getPrivateKey(alias)).isNotNull();
    }

    @Test
    void handsOutAChainThatItsReaderMayWriteInto() {
        keys.put("www", AUTHORITY.issue("www.example.com"));
        String alias = choose("EC");

        keys.getCertificateChain(alias)[0] = null;

        assertThat(keys.getCertificateChain(alias)).doesNotContainNull();
    }

    @Test
    void hasNothingForAnotherKindOfKey() {
        keys.put("www", AUTHORITY.issue("www.example.com"));

        assertThat(choose("RSA")).isNull();
    }

    @Test
    void showsTheFirstToWhoeverNamesNoHost() {
        TlsIdentity first = AUTHORITY.issue("z.example.com");
        keys.put("first", first);
        keys.put("second", AUTHORITY.issue("a.example.com"));

        assertThat(keys.getPrivateKey(choose("EC"))).isEqualTo(first.key());
    }

    @Test
    void showsThePartnerOfTheFirstForAnotherKindOfKey() {
        TlsIdentity partner = AUTHORITY.issue(KeyType.RSA2048, SERVER, "www.example.com");
        keys.put("ec", AUTHORITY.issue("www.example.com"));
        keys.put("other", AUTHORITY.issue(KeyType.RSA2048, SERVER, "other.example.com"));
        keys.put("rsa", partner);

        assertThat(keys.getPrivateKey(choose("RSA"))).isEqualTo(partner.key());
    }

    @Test
    void keepsThePlaceOfTheFirstWhenItChanges() {
        keys.put("first", AUTHORITY.issue("first.example.com"));
        keys.put("second", AUTHORITY.issue("second.example.com"));
        TlsIdentity successor = AUTHORITY.issue("first.example.com");

        keys.put("first", successor);

        assertThat(keys.getPrivateKey(choose("EC"))).isEqualTo(successor.key());
        assertThat(keys.get("first")).contains(successor);
    }

    @Test
    void coversItsNamesAndOneLabelUnderItsWildcards() {
        keys.put("www", AUTHORITY.issue("example.com", "*.example.com"));

        assertThat(keys.covers("example.com")).isTrue();
        assertThat(keys.covers("www.example.com")).isTrue();
        assertThat(keys.covers("a.www.example.com")).isFalse();
        assertThat(keys.covers("example.org")).isFalse();
    }

    @Test
    void offersNoServerCertificateAsAClient() {
        keys.put("www", AUTHORITY.issue("www.example.com"));

        assertThat(keys.chooseEngineClientAlias(new String[] {"EC"}, null, null))
                .isNull();
        assertThat(keys.getClientAliases("EC", null)).isNull();
    }

    @Test
    void offersACertificateForClientsFromAnIssuerThatTheServerNames() {
        keys.put("both", AUTHORITY.issue(KeyType.P256, BOTH, "www.example.com"));
        Principal[] known = {new X500Principal("CN=Test Authority")};
        Principal[] others = {new X500Principal("CN=Somebody Else")};
        String[] types = {"RSA", "EC"};

        assertThat(keys.chooseClientAlias(types, known, null)).isNotNull();
        assertThat(keys.chooseClientAlias(types, null, null)).isNotNull();
        assertThat(keys.chooseClientAlias(types, others, null)).isNull();
    }

    @Test
    void refusesAKeyOfAnotherCertificate() {
        TlsIdentity one = AUTHORITY.issue("www.example.com");
        TlsIdentity other = AUTHORITY.issue("www.example.com");

        assertThatThrownBy(() -> new TlsIdentity(one.chain(), other.key())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new TlsIdentity(List.of(), other.key())).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void printsNoKey() {
        assertThat(AUTHORITY.issue("www.example.com"))
                .asString()
                .endsWith("key=***]")
                .doesNotContain("PrivateKey");
    }
}
