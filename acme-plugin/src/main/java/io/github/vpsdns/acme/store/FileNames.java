// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

/** The names of the files of one certificate; those of certbot, so that servers' configuration needs no change. */
final class FileNames {
    static final String CERTIFICATE = "cert.pem";
    static final String ISSUERS = "chain.pem";
    static final String FULL_CHAIN = "fullchain.pem";
    static final String PRIVATE_KEY = "privkey.pem";
    static final String KEYSTORE = "keystore.p12";
    static final String REVOKED = "revoked.json";

    private FileNames() {}
}
