// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.dns01.SolverListener;
import io.github.vpsdns.acme.persist.ProofListener;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Is told how an issuance goes, for progress and metrics.
 *
 * <p>Methods must be quick and thread-safe; what they throw is logged and otherwise ignored.
 */
public interface IssueListener extends SolverListener, ProofListener {
    /** Hears nothing. */
    IssueListener NONE = new IssueListener() {};

    /**
     * An account was made at the CA.
     *
     * @param account its URL
     */
    default void accountCreated(URI account) {}

    /**
     * The CA has taken the order.
     *
     * @param order its URL
     * @param names what is ordered, wildcards among them
     */
    default void orderCreated(URI order, List<String> names) {}

    /**
     * What the CA thinks of the proof for a name has changed.
     *
     * @param name the name, with {@code *.} where it is one
     * @param state what it thinks now
     */
    default void proof(String name, ProofState state) {}

    /** All names are proven, and the request is on its way to be signed. */
    default void finalizing() {}

    /**
     * The certificate is here, checked.
     *
     * @param certificate the certificate
     */
    default void issued(X509Certificate certificate) {}
}
