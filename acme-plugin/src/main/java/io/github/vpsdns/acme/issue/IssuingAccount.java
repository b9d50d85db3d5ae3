// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.persist.ProofAccount;
import java.net.URI;

/**
 * An account at a CA, as records in DNS name it.
 *
 * @param url its URL, which CAA records name (RFC 8657)
 * @param proof how persistent proofs name it
 */
public record IssuingAccount(URI url, ProofAccount proof) {}
