// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.core.VpsDnsException;

/** What came of putting a certificate to use. */
public sealed interface DeployResult {
    /** It is in use. */
    record Deployed() implements DeployResult {}

    /**
     * That failed, and is tried again.
     *
     * @param reason why
     * @param trouble how often, and when again
     */
    record Undeployed(VpsDnsException reason, Trouble trouble) implements DeployResult {}
}
