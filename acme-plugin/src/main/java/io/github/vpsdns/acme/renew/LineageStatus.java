// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.LineageName;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one certificate.
 *
 * @param name its name in the storage
 * @param certificate the certificate in place, or {@code null} if there is none
 * @param memory what is remembered; its window is that of this certificate
 * @param plan when the next attempt is to be made
 */
public record LineageStatus(LineageName name, @Nullable X509Certificate certificate, RenewalMemory memory, Plan plan) {}
