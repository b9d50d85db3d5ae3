// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.tls;

import io.github.vpsdns.webhook.settings.TlsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import okhttp3.tls.HeldCertificate;

/** A certificate for localhost and its key, in two files; each has a higher serial number than the one before. */
public final class TestPem {
    private final Path certificate;
    private final Path key;
    private long serial;

    public TestPem(Path directory) {
        this.certificate = directory.resolve("fullchain.pem");
        this.key = directory.resolve("privkey.pem");
    }

    public TlsSettings.Files files() {
        return new TlsSettings.Files(certificate, key);
    }

    Path certificate() {
        return certificate;
    }

    Path key() {
        return key;
    }

    /** Makes a certificate without showing it. */
    public static HeldCertificate issue(long serial) {
        return new HeldCertificate.Builder()
                .serialNumber(BigInteger.valueOf(serial))
                .addSubjectAlternativeName("localhost")
                .build();
    }

    /** Writes a new pair. */
    public X509Certificate renew() {
        HeldCertificate next = issue(++serial);
        install(next);
        return next.certificate();
    }

    /** Writes a pair, the key first. */
    public void install(HeldCertificate pair) {
        write(key, pair.privateKeyPkcs8Pem());
        write(certificate, pair.certificatePem());
    }

    /** Writes a file as its owner's alone. */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
