// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

/**
 * Something that is wrong.
 *
 * @param subject what it is about, which stays the same while the words may change
 * @param text one line
 * @param told whether the server tells of it by itself when it begins
 */
record Problem(String subject, String text, boolean told) {}
