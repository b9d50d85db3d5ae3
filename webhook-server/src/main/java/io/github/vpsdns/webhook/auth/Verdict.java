// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

/** What came of a verification. */
enum Verdict {
    /** One reading is right. */
    RIGHT,
    /** None is, and that is noted. */
    WRONG,
    /** Somebody else's failures have locked it meanwhile; what came of it is kept secret. */
    LOCKED,
    /** It was not done, or could not be noted. */
    BUSY
}
