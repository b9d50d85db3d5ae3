// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates that stay valid by themselves.
 *
 * <p>A {@link io.github.vpsdns.acme.renew.RenewalJob} says what certificate is wanted. A {@link
 * io.github.vpsdns.acme.renew.Renewer} keeps one in a {@link io.github.vpsdns.acme.store.CertificateStorage}: it asks the CA
 * when to renew (RFC 9773), decides by the rules of {@link io.github.vpsdns.acme.schedule.Schedule}, gets and installs the
 * certificate, tells the {@link io.github.vpsdns.acme.renew.Deployer} and remembers all of it, so that the next process goes on
 * from there. {@link io.github.vpsdns.acme.renew.RenewalLoop} does so for many jobs for as long as it runs. {@link
 * io.github.vpsdns.acme.renew.IssueService} gets a certificate now, in the same way.
 */
@NullMarked
package io.github.vpsdns.acme.renew;

import org.jspecify.annotations.NullMarked;
