// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.acme.tls.TlsIdentity;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A certificate's file and its key's. Immutable and thread-safe.
 *
 * @param certificate PEM with the certificate and its chain
 * @param key PEM that only its owner may read
 */
record PemPair(Path certificate, Path key) {
    /**
     * Reads both files.
     *
     * @throws PemException if one cannot be read, or others may read the key
     */
    Content read() {
        byte[] chain = bytes(certificate);
        refuseSharedKey();
        return new Content(chain, bytes(key));
    }

    private void refuseSharedKey() {
        try {
            String mode = SmallFiles.sharedMode(key);
            if (!mode.isEmpty()) {
                throw new PemException(
                        "the key '" + key + "' may be read by others (" + mode + "); expected mode 0600", null);
            }
        } catch (IOException e) {
            throw unreadable(key, e);
        } catch (UnsupportedOperationException e) {
            // a file system without modes keeps others out by its own means
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return SmallFiles.read(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PemException unreadable(Path file, IOException reason) {
        return new PemException("cannot read '" + file + "': " + IoReason.of(reason), reason);
    }

    @Override
    public String toString() {
        return "'" + certificate + "' and '" + key + "'";
    }

    /** What was in the files at one moment. Prints as nothing of the key. */
    final class Content {
        private final byte[] chain;
        private final byte[] secret;

        private Content(byte[] chain, byte[] secret) {
            this.chain = chain;
            this.secret = secret;
        }

        /** Tells contents apart without keeping the key. */
        String digest() {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update(chain);
                sha.update(secret);
                return HexFormat.of().formatHex(sha.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no SHA-256", e);
            }
        }

        /**
         * Takes both together.
         *
         * @throws PemException if one is damaged
         * @throws io.github.vpsdns.core.InvalidValueException if they do not belong together
         */
        TlsIdentity identity() {
            return new TlsIdentity(
                    Pem.parseCertificates(new String(chain, ISO_8859_1), certificate.toString()),
                    Pem.parseKeyPair(new String(secret, ISO_8859_1), key.toString())
                            .getPrivate());
        }

        @Override
        public String toString() {
            return "content of " + PemPair.this;
        }
    }
}
