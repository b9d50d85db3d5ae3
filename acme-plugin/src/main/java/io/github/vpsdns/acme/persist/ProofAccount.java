// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.name.DomainName;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How records name the account that may get certificates. Immutable and thread-safe. */
public sealed interface ProofAccount {
    /**
     * Returns what to write into a record for a name.
     *
     * @param name the name to be proven, without {@code *.}
     * @return the value of {@code accounturi}
     */
    String uri(DomainName name);

    /**
     * Tells whether a record for a name means this account.
     *
     * @param uri the value of its {@code accounturi}
     * @param name the name to be proven, without {@code *.}
     * @return whether it does; letters count as they are
     */
    boolean isMeantBy(String uri, DomainName name);

    /**
     * By its URL, as drafts 00 and 01 have it.
     *
     * @param url the account's URL
     */
    record Plain(URI url) implements ProofAccount {
        @Override
        public String uri(DomainName name) {
            return url.toString();
        }

        @Override
        public boolean isMeantBy(String uri, DomainName name) {
            return url.toString().equals(uri);
        }
    }

    /**
     * By a hash of its URL, its key and the name, as draft 02 section 4.1 has it, so that a zone does not tell who else's account
     * it is.
     *
     * @param prefix {@code accountHashPrefix} of the CA's directory
     * @param url the account's URL
     * @param thumbprint the JWK thumbprint of the account's key (RFC 7638), SHA-256 in base64url without padding
     */
    record Hashed(String prefix, URI url, String thumbprint) implements ProofAccount {
        private static final String ANY_NAME = "*";

        @Override
        public String uri(DomainName name) {
            return hashed(name.toString());
        }

        /** A record that was written for any name counts, too. */
        @Override
        public boolean isMeantBy(String uri, DomainName name) {
            return uri.equals(uri(name)) || uri.equals(hashed(ANY_NAME));
        }

        private String hashed(String name) {
            ByteArrayOutputStream input = new ByteArrayOutputStream();
            byte[] domain = name.getBytes(StandardCharsets.US_ASCII);
            input.write(domain.length);
            input.writeBytes(domain);
            input.writeBytes(thumbprint.getBytes(StandardCharsets.US_ASCII));
            input.writeBytes(url.toString().getBytes(StandardCharsets.US_ASCII));
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(input.toByteArray());
                return prefix + "sha-256/"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
