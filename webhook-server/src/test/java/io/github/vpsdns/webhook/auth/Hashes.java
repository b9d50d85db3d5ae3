// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.webhook.password.PasswordHash;

/** Hashes that are verified in no time; made with 8 KiB and one pass. */
final class Hashes {
    static final PasswordHash SECRET = PasswordHash.parse(
            "$argon2id$v=19$m=8,t=1,p=1$c2FsdCBmb3Igc2VjcmV0AA$Kmf3Lev4GATQd0VFJs4fJaKFkEtxlYijvBUotKjpibY");
    static final PasswordHash OTHER = PasswordHash.parse(
            "$argon2id$v=19$m=8,t=1,p=1$c2FsdCBmb3Igb3RoZXIAAA$I9QuPyPTEtq2IXM2Zh4oMVgGlrxoIWk+X5nF2yB28gc");
    static final PasswordHash RENEWED = PasswordHash.parse(
            "$argon2id$v=19$m=8,t=1,p=1$c2FsdCBmb3IgcmVuZXdlZA$I1HN2ANB6iy0cZ7FGR2bWSaJHbJc/cZDQp3upzI+RBQ");

    private Hashes() {}
}
