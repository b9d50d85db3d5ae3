// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.acme.CertificateView;
import java.util.List;

/**
 * A certificate that cannot be listed, as it is listed.
 *
 * @param lineage what it is called here
 * @param problems why, one sentence each
 */
record UnlistedView(String lineage, List<String> problems) {
    /** Returns a paragraph for people. */
    String text() {
        StringBuilder text = new StringBuilder(lineage).append('\n');
        problems.forEach(problem -> CertificateView.line(text, "problem", problem));
        return text.toString().stripTrailing();
    }
}
