// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.cli.base.SecretFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A certificate that is asked for on the line. It never shows its secrets. */
final class IssueRequest {
    private final LineageName lineage;
    private final RenewalSettings settings;
    private final AccountSettings account;
    private final @Nullable String keystorePassword;

    private IssueRequest(
            LineageName lineage, RenewalSettings settings, AccountSettings account, @Nullable String keystorePassword) {
        this.lineage = lineage;
        this.settings = settings;
        this.account = account;
        this.keystorePassword = keystorePassword;
    }

    static IssueRequest of(@Nullable String lineage, GivenSettings given) {
        RenewalSettings settings = given.fresh();
        Path password = settings.keystorePasswordFile();
        return new IssueRequest(
                lineage == null ? LineageName.of(settings.names().get(0)) : new LineageName(lineage),
                settings,
                given.account(settings),
                password == null ? null : SecretFile.read(password, "--keystore-password-file"));
    }

    /** Returns what the certificate is called. */
    LineageName lineage() {
        return lineage;
    }

    /** Returns what is kept for its renewal. */
    RenewalSettings settings() {
        return settings;
    }

    /** Returns what an account at the CA needs. */
    AccountSettings account() {
        return account;
    }

    /** Returns the password for a PKCS#12 file, or {@code null} if none is wanted. */
    char @Nullable [] keystorePassword() {
        return keystorePassword == null ? null : keystorePassword.toCharArray();
    }
}
