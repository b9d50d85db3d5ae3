// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

/** Whether to renew. */
public enum Urgency {
    /** If it is time. */
    IF_DUE,
    /** In any case, also before a back-off is over. */
    NOW
}
