// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.vpsdns.cli.acme.CertificateView;
import io.github.vpsdns.cli.terminal.Printable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that is kept, as it is listed.
 *
 * @param certificate the certificate, whose members stand beside the others
 * @param renewal how it is kept, or {@code null} if it is not
 * @param problems what needs a person, one sentence each; none if all is well
 */
record ListedView(
        @JsonUnwrapped CertificateView certificate,
        @Nullable RenewalView renewal,
        List<String> problems) {
    /** Returns a paragraph for people. */
    String text(Instant now) {
        StringBuilder text = new StringBuilder(certificate.text(now)).append('\n');
        if (renewal == null) {
            CertificateView.line(text, "renewal", "none, for there are no settings to renew it by");
        } else {
            renewal.print(text);
        }
        problems.forEach(problem -> CertificateView.line(text, "problem", Printable.of(problem)));
        return text.toString().stripTrailing();
    }
}
