// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

/** What a finding means for a certificate. */
public enum Severity {
    /** As it should be. */
    OK,
    /** A certificate can be issued, but something should be looked at. */
    WARNING,
    /** No certificate would be issued. */
    PROBLEM
}
