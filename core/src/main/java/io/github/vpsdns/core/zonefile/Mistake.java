// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

/**
 * Something in a zone file that cannot be used.
 *
 * @param line where, counted from 1; where an entry has several lines, the first
 * @param text what is wrong and what is expected, one clause
 */
public record Mistake(int line, String text) {}
