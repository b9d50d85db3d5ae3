// SPDX-License-Identifier: Apache-2.0
/**
 * Keys, certificates and signing requests, and the text forms in which they lie in files (RFC 7468).
 *
 * <p>Everything is made and read by the JDK's own providers, none has to be registered, so keys work in key stores and TLS as
 * they are. Private keys are read in the forms that OpenSSL, certbot and Java write (PKCS#8, SEC1, PKCS#1) and written as PKCS#8.
 */
@NullMarked
package io.github.vpsdns.acme.pem;

import org.jspecify.annotations.NullMarked;
