// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/**
 * Is told how certificates are kept, for progress, logs, metrics and notices. What it is told as {@link IssueListener} is about
 * the lineage that {@link #renewing} named last on the same thread.
 *
 * <p>Methods must be quick and thread-safe; what they throw is logged and otherwise ignored.
 */
public interface RenewalListener extends IssueListener {
    /** Hears nothing. */
    RenewalListener NONE = new RenewalListener() {};

    /**
     * It was decided when to renew.
     *
     * @param name the lineage
     * @param plan when and why
     */
    default void planned(LineageName name, Plan plan) {}

    /**
     * The CA suggests another time for a certificate than before, or one for the first time.
     *
     * @param name the lineage
     * @param before what it suggested before, or {@code null}
     * @param now what it suggests now
     */
    default void windowChanged(LineageName name, @Nullable AriWindow before, AriWindow now) {}

    /**
     * An attempt begins.
     *
     * @param name the lineage
     * @param plan why
     */
    default void renewing(LineageName name, Plan plan) {}

    /**
     * The attempt is first made at the CA's staging directory, because the last one failed at the proof.
     *
     * @param name the lineage
     * @param staging the directory's host
     */
    default void probing(LineageName name, String staging) {}

    /**
     * A certificate is in its place.
     *
     * @param name the lineage
     * @param certificate the certificate
     * @param next when the next attempt is to be made
     */
    default void renewed(LineageName name, CertificateFiles certificate, Plan next) {}

    /**
     * An attempt failed.
     *
     * @param name the lineage
     * @param reason why
     * @param trouble how often, and when again
     */
    default void failed(LineageName name, VpsDnsException reason, Trouble trouble) {}

    /**
     * An attempt succeeded after others had failed.
     *
     * @param name the lineage
     * @param overcome the trouble that is over
     */
    default void recovered(LineageName name, Trouble overcome) {}

    /**
     * A certificate was put to use.
     *
     * @param name the lineage
     */
    default void deployed(LineageName name) {}

    /**
     * A certificate could not be put to use.
     *
     * @param name the lineage
     * @param reason why
     * @param trouble how often, and when again
     */
    default void deployFailed(LineageName name, VpsDnsException reason, Trouble trouble) {}

    /**
     * Challenge values that earlier runs left could not be removed, all or some.
     *
     * @param name the lineage whose attempt tried it
     * @param left how many are left
     */
    default void leftovers(LineageName name, int left) {}
}
