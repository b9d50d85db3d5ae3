// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

/**
 * Something in a zone file that was read otherwise than it may have been meant, as BIND does.
 *
 * @param line where, counted from 1
 * @param text what was made of it, one clause
 */
public record Remark(int line, String text) {}
