// SPDX-License-Identifier: Apache-2.0
/** What several tests of this module share: certificates, OpenSSL, disks that fail, and processes that are killed. */
package io.github.vpsdns.acme.testing;
