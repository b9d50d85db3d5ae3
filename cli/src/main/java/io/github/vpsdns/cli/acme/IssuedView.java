// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import java.util.Map;

/**
 * A new certificate as a JSON document.
 *
 * @param certificate the certificate
 * @param apiCalls what it took at the DNS API
 */
record IssuedView(CertificateView certificate, Calls apiCalls) {
    /**
     * Calls of the DNS API.
     *
     * @param total all of them
     * @param byOperation how many of each
     */
    record Calls(long total, Map<String, Long> byOperation) {}
}
