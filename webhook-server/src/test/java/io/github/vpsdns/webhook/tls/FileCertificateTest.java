// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.core.testing.FastTime;
import io.github.vpsdns.core.testing.MovableTime;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookEvent.CertificateFailed;
import io.github.vpsdns.webhook.report.WebhookEvent.CertificateShown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCertificateTest {
    @TempDir
    private Path directory;

    private final List<WebhookEvent> events = new CopyOnWriteArrayList<>();
    private final MovableTime time = new MovableTime();
    private TestPem pem;
    private FileCertificate certificate;

    @BeforeEach
    void files() {
        pem = new TestPem(directory);
        certificate = new FileCertificate(pem.files(), time, events::add);
    }

    /** Reads for the first time, without the thread that looks again. */
    private X509Certificate loaded() {
        X509Certificate first = pem.renew();
        certificate.look();
        return first;
    }

    private static CertificateShown shown(X509Certificate of) {
        return new CertificateShown(of.getNotAfter().toInstant());
    }

    @Test
    void showsWhatIsInTheFiles() {
        X509Certificate first = loaded();
        assertThat(certificate.ends()).isEqualTo(first.getNotAfter().toInstant());
        assertThat(certificate.problem()).isNull();
        assertThat(events).containsExactly(shown(first));
    }

    @Test
    void showsANewPair() {
        X509Certificate first = loaded();
        X509Certificate second = pem.renew();
        certificate.look();
        assertThat(events).containsExactly(shown(first), shown(second));
    }

    @Test
    void tellsNothingWhileNothingChanges() {
        loaded();
        certificate.look();
        certificate.look();
        assertThat(events).hasSize(1);
    }

    @Test
    void keepsTheFormerWhileAPairIsHalfWritten() {
        X509Certificate first = loaded();
        TestPem.write(pem.key(), TestPem.issue(7).privateKeyPkcs8Pem());
        certificate.look();
        assertThat(certificate.ends()).isEqualTo(first.getNotAfter().toInstant());
        assertThat(certificate.problem()).isNull();
        assertThat(events).hasSize(1);
    }

    @Test
    void tellsOnceOfAPairThatStaysHalfWritten() {
        loaded();
        TestPem.write(pem.key(), TestPem.issue(7).privateKeyPkcs8Pem());
        certificate.look();
        certificate.look();
        certificate.look();
        assertThat(events)
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        CertificateFailed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("the private key is not that of the certificate for"));
        assertThat(certificate.problem()).startsWith("the private key is not that of the certificate for");
    }

    @Test
    void isWellAgainOnceThePairIsWhole() {
        loaded();
        TestPem.write(pem.certificate(), "nothing");
        certificate.look();
        certificate.look();
        assertThat(certificate.problem()).contains("has no certificate");
        X509Certificate second = pem.renew();
        certificate.look();
        assertThat(certificate.problem()).isNull();
        assertThat(events).last().isEqualTo(shown(second));
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws IOException {
        pem.renew();
        Files.setPosixFilePermissions(pem.key(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(certificate::start)
                .isInstanceOf(PemException.class)
                .hasMessage("the key '" + pem.key() + "' may be read by others (rw-r-----); expected mode 0600");
    }

    @Test
    void doesNotStartWithoutFiles() {
        assertThatThrownBy(certificate::start)
                .isInstanceOf(PemException.class)
                .hasMessageStartingWith("cannot read '" + pem.certificate() + "': ");
    }

    @Test
    void doesNotStartWithTheKeyOfAnother() {
        pem.renew();
        TestPem.write(pem.key(), TestPem.issue(7).privateKeyPkcs8Pem());
        assertThatThrownBy(certificate::start)
                .isInstanceOf(PemException.class)
                .hasMessageContaining("the private key is not that of the certificate for")
                .hasMessageContaining(pem.key().toString());
    }

    @Test
    void saysThatItHasEnded() {
        loaded();
        time.move(Duration.ofDays(400));
        assertThat(certificate.problem())
                .contains(" ended at ")
                .contains(pem.certificate().toString());
    }

    @Test
    void looksByItself() {
        pem.renew();
        try (FileCertificate watched = new FileCertificate(pem.files(), new FastTime(), events::add)) {
            watched.start();
            X509Certificate second = pem.renew();
            await().untilAsserted(() -> assertThat(events).last().isEqualTo(shown(second)));
        }
    }
}
