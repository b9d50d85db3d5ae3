// SPDX-License-Identifier: Apache-2.0
/**
 * Looking challenges up in the DNS, as a CA does: every name server given is asked, and all must show the value.
 */
@NullMarked
package io.github.vpsdns.sandbox.acme.validation;

import org.jspecify.annotations.NullMarked;
