// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wanted, one thing at a time; what is not said is as in the settings it began with.
 *
 * <p>Not thread-safe.
 */
public final class RenewalSettingsBuilder {
    private List<DomainName> names;
    private URI server;
    private @Nullable Path serverCa;
    private @Nullable String email;
    private KeyType keyType;
    private boolean reuseKey;
    private @Nullable Path csr;
    private @Nullable String profile;
    private @Nullable String preferredChain;
    private String challenge;
    private @Nullable DomainName alias;
    private Duration propagationTimeout;
    private @Nullable String deployHook;
    private @Nullable Path keystorePasswordFile;
    private @Nullable Duration persistFor;

    RenewalSettingsBuilder(RenewalSettings settings) {
        this.names = settings.names();
        this.server = settings.server();
        this.serverCa = settings.serverCa();
        this.email = settings.email();
        this.keyType = settings.keyType();
        this.reuseKey = settings.reuseKey();
        this.csr = settings.csr();
        this.profile = settings.profile();
        this.preferredChain = settings.preferredChain();
        this.challenge = settings.challenge();
        this.alias = settings.alias();
        this.propagationTimeout = settings.propagationTimeout();
        this.deployHook = settings.deployHook();
        this.keystorePasswordFile = settings.keystorePasswordFile();
        this.persistFor = settings.persistFor();
    }

    /**
     * Replaces the names.
     *
     * @param wanted the names in the certificate, at least one
     * @return this
     */
    public RenewalSettingsBuilder names(List<DomainName> wanted) {
        names = wanted;
        return this;
    }

    /**
     * Replaces the server.
     *
     * @param directory the certificate authority's ACME directory
     * @return this
     */
    public RenewalSettingsBuilder server(URI directory) {
        server = directory;
        return this;
    }

    /**
     * Replaces the trust at the server.
     *
     * @param file a PEM file of what to trust at the server, or {@code null}
     * @return this
     */
    public RenewalSettingsBuilder serverCa(@Nullable Path file) {
        serverCa = file;
        return this;
    }

    /**
     * Replaces the email.
     *
     * @param address where the authority may write to, or {@code null}
     * @return this
     */
    public RenewalSettingsBuilder email(@Nullable String address) {
        email = address;
        return this;
    }

    /**
     * Replaces the key type.
     *
     * @param type the kind of key to make
     * @return this
     */
    public RenewalSettingsBuilder keyType(KeyType type) {
        keyType = type;
        return this;
    }

    /**
     * Replaces the use of the key.
     *
     * @param reused whether the next certificate is for the same key
     * @return this
     */
    public RenewalSettingsBuilder reuseKey(boolean reused) {
        reuseKey = reused;
        return this;
    }

    /**
     * Replaces the signing request.
     *
     * @param file a file with a signing request, or {@code null}
     * @return this
     */
    public RenewalSettingsBuilder csr(@Nullable Path file) {
        csr = file;
        return this;
    }

    /**
     * Replaces the profile.
     *
     * @param name a profile of the authority's, or {@code null}
     * @return this
     */
    public RenewalSettingsBuilder profile(@Nullable String name) {
        profile = name;
        return this;
    }

    /**
     * Replaces the preferred chain.
     *
     * @param issuer the common name of the root to prefer, or {@code null}
     * @return this
     */
    public RenewalSettingsBuilder preferredChain(@Nullable String issuer) {
        preferredChain = issuer;
        return this;
    }

    /**
     * Replaces the challenge.
     *
     * @param type the challenge's type
     * @return this
     */
    public RenewalSettingsBuilder challenge(String type) {
        challenge = type;
        return this;
    }

    /**
     * Replaces the alias.
     *
     * @param name where the challenges' CNAMEs lead to, or {@code null}
     * @return this
     */
    public RenewalSettingsBuilder alias(@Nullable DomainName name) {
        alias = name;
        return this;
    }

    /**
     * Replaces the propagation timeout.
     *
     * @param limit how long to wait for the name servers
     * @return this
     */
    public RenewalSettingsBuilder propagationTimeout(Duration limit) {
        propagationTimeout = limit;
        return this;
    }

    /**
     * Replaces the deploy hook.
     *
     * @param command a command to run afterwards, or {@code null}
     * @return this
     */
    public RenewalSettingsBuilder deployHook(@Nullable String command) {
        deployHook = command;
        return this;
    }

    /**
     * Replaces the password file.
     *
     * @param file a file with the password for a PKCS#12 file, or {@code null}
     * @return this
     */
    public RenewalSettingsBuilder keystorePasswordFile(@Nullable Path file) {
        keystorePasswordFile = file;
        return this;
    }

    /**
     * Replaces how long persistent proofs shall hold.
     *
     * @param validFor how long from being written, or {@code null} for as long as they stand
     * @return this
     */
    public RenewalSettingsBuilder persistFor(@Nullable Duration validFor) {
        persistFor = validFor;
        return this;
    }

    /**
     * Makes the settings.
     *
     * @return what was said
     * @throws InvalidValueException as {@link RenewalSettings} does
     */
    public RenewalSettings build() {
        return new RenewalSettings(
                names,
                server,
                serverCa,
                email,
                keyType,
                reuseKey,
                csr,
                profile,
                preferredChain,
                challenge,
                alias,
                propagationTimeout,
                deployHook,
                keystorePasswordFile,
                persistFor);
    }
}
