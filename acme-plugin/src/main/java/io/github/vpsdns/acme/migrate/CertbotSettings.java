// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What certbot was told of one certificate, as settings of ours, and what of it is not taken over. */
final class CertbotSettings {
    private static final String DEFAULT_SERVER = "https://acme-v02.api.letsencrypt.org/directory";
    private static final Map<String, KeyType> CURVES = Map.of("secp256r1", KeyType.P256, "secp384r1", KeyType.P384);
    private static final List<String> OTHER_HOOKS = List.of("pre_hook", "post_hook");

    private final RenewalConf conf;
    private final X509Certificate certificate;
    private final List<String> remarks = new ArrayList<>();

    CertbotSettings(RenewalConf conf, X509Certificate certificate) {
        this.conf = conf;
        this.certificate = certificate;
    }

    URI server() {
        String text = conf.value("server").orElse(DEFAULT_SERVER);
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new MigrationException("'" + conf.file() + "': server = " + text + " is not a URL", e);
        }
    }

    RenewalSettings settings(@Nullable Path serverCa) {
        List<DomainName> names = CertificateNames.of(certificate);
        try {
            RenewalSettings settings = RenewalSettings.builder(names, server())
                    .serverCa(serverCa)
                    .keyType(keyType())
                    .reuseKey(conf.flag("reuse_key"))
                    .profile(conf.value("required_profile")
                            .or(() -> conf.value("preferred_profile"))
                            .orElse(null))
                    .preferredChain(conf.value("preferred_chain").orElse(null))
                    .deployHook(conf.value("renew_hook")
                            .or(() -> conf.value("deploy_hook"))
                            .orElse(null))
                    .build();
            remarkOnTheRest();
            return settings;
        } catch (InvalidValueException e) {
            throw new MigrationException("'" + conf.file() + "': " + e.getMessage(), e);
        }
    }

    /** Returns what a person should know; complete once the settings were asked for. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** What the file says counts for the next key; certbot 1 did not write it where it was the default. */
    private KeyType keyType() {
        String present = KeyType.describe(certificate.getPublicKey());
        String wanted = switch (conf.value("key_type").orElse("")) {
            case "ecdsa" -> {
                @Nullable
                KeyType curve = CURVES.get(conf.value("elliptic_curve").orElse("secp256r1"));
                yield curve == null ? conf.value("elliptic_curve").orElse("") : curve.toString();
            }
            case "rsa" -> "rsa" + conf.value("rsa_key_size").orElse("2048");
            default -> present;
        };
        try {
            return KeyType.of(wanted);
        } catch (InvalidValueException e) {
            remarks.add("keys of kind " + wanted + " are not made here; the next one is " + KeyType.P256);
            return KeyType.P256;
        }
    }

    private void remarkOnTheRest() {
        String authenticator = conf.value("authenticator").orElse("unknown");
        remarks.add("certbot proved the names by '" + authenticator
                + "'; from now on it is DNS-01 through the API, for zones of its account");
        OTHER_HOOKS.stream()
                .filter(hook -> conf.value(hook).isPresent())
                .forEach(hook -> remarks.add("certbot's " + hook + " is not taken over: "
                        + conf.value(hook).orElse("")));
        conf.value("installer")
                .ifPresent(installer -> remarks.add("certbot's installer '" + installer
                        + "' is not taken over; a deploy hook can reload the server"));
    }
}
