// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

/**
 * What is to be found out about a name.
 *
 * @param domain without {@code *.}
 * @param wildcard whether it stands for {@code *.domain}
 * @param accountUrl who asks for the certificate
 * @param method the challenge's type
 */
public record Question(String domain, boolean wildcard, String accountUrl, String method) {}
