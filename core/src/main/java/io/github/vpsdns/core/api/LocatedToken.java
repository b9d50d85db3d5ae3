// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

/**
 * A token and where it was found.
 *
 * @param token the token
 * @param source where it was found, for a person: a variable's name or a file's path, never the secret
 */
public record LocatedToken(ApiToken token, String source) {}
