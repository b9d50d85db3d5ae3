// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.name.DomainName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as it is printed.
 *
 * @param lineage what it is called here
 * @param names the names it is for
 * @param issuer who signed it, as a distinguished name (RFC 2253)
 * @param serial its serial number in hexadecimal
 * @param notBefore from when it is valid
 * @param notAfter until when it is valid
 * @param state {@code valid}, {@code expired}, {@code not-yet-valid} or {@code revoked}
 * @param keyType its key, such as {@code p256} or {@code rsa2048}
 * @param directory the directory that always holds the newest one
 * @param certificate the file of the certificate alone
 * @param chain the file of its issuers
 * @param fullchain the file of both
 * @param privateKey the file of its key, or {@code null} if the key is elsewhere
 * @param keystore the PKCS#12 file, or {@code null} if none was asked for
 */
public record CertificateView(
        String lineage,
        List<String> names,
        String issuer,
        String serial,
        Instant notBefore,
        Instant notAfter,
        String state,
        String keyType,
        String directory,
        String certificate,
        String chain,
        String fullchain,
        @Nullable String privateKey,
        @Nullable String keystore) {

    /**
     * Looks at a certificate.
     *
     * @param lineage the certificate
     * @param now the time
     * @return how it is printed
     */
    public static CertificateView of(Lineage lineage, Instant now) {
        X509Certificate certificate = lineage.certificate();
        Instant notBefore = certificate.getNotBefore().toInstant();
        Instant notAfter = certificate.getNotAfter().toInstant();
        Path live = lineage.live();
        return new CertificateView(
                lineage.name().toString(),
                lineage.names().stream().map(DomainName::toString).toList(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getSerialNumber().toString(16),
                notBefore,
                notAfter,
                state(lineage, now),
                KeyType.describe(certificate.getPublicKey()),
                live.toString(),
                live.resolve("cert.pem").toString(),
                live.resolve("chain.pem").toString(),
                live.resolve("fullchain.pem").toString(),
                ifExists(live.resolve("privkey.pem")),
                ifExists(live.resolve("keystore.p12")));
    }

    /**
     * Returns a paragraph for people.
     *
     * @param now the time
     * @return some lines, the last one without its end
     */
    public String text(Instant now) {
        StringBuilder text = new StringBuilder(Printable.of(lineage)).append('\n');
        line(text, "names", String.join(", ", names));
        line(text, "issuer", issuer);
        line(text, "valid from", notBefore.toString());
        line(text, "valid until", notAfter + " (" + expiry(now) + ")");
        line(text, "key", keyType);
        line(text, "certificate", fullchain);
        line(text, "private key", privateKey == null ? "not here, made elsewhere" : privateKey);
        if (keystore != null) {
            line(text, "keystore", keystore);
        }
        return text.toString().stripTrailing();
    }

    private static String state(Lineage lineage, Instant now) {
        X509Certificate certificate = lineage.certificate();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return "expired";
        }
        if (lineage.revocation().isPresent()) {
            return "revoked";
        }
        return now.isBefore(certificate.getNotBefore().toInstant()) ? "not-yet-valid" : "valid";
    }

    private String expiry(Instant now) {
        return switch (state) {
            case "expired" -> "expired";
            case "not-yet-valid" -> "not valid yet";
            case "revoked" -> "revoked";
            default -> left(Duration.between(now, notAfter));
        };
    }

    private static String left(Duration time) {
        return time.toDays() >= 3 ? time.toDays() + " days left" : time.toHours() + " hours left";
    }

    /**
     * Adds a line to a paragraph.
     *
     * @param text the paragraph
     * @param label what it is about
     * @param value what is to be said
     */
    public static void line(StringBuilder text, String label, String value) {
        text.append(String.format(Locale.ROOT, "  %-12s %s%n", label, Printable.of(value)));
    }

    private static @Nullable String ifExists(Path file) {
        return Files.exists(file) ? file.toString() : null;
    }
}
