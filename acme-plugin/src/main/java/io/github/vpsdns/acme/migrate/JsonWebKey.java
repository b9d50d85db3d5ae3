// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import io.github.vpsdns.acme.pem.KeyPairs;
import io.github.vpsdns.acme.pem.PemException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A private key in a file as a JSON Web Key (RFC 7517, members in RFC 7518 section 6). Its parts are never shown. */
final class JsonWebKey {
    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    private final Path file;
    private final JsonNode json;

    private JsonWebKey(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    static KeyPair read(Path file) {
        return new JsonWebKey(file, ForeignFiles.json(file)).pair();
    }

    private KeyPair pair() {
        try {
            return KeyPairs.of(privateKey());
        } catch (GeneralSecurityException | PemException e) {
            throw new MigrationException("the key in '" + file + "' is not valid", null);
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        String kind = ForeignFiles.string(json, "kty", file);
        return switch (kind) {
            case "RSA" ->
                KeyFactory.getInstance("RSA")
                        .generatePrivate(new RSAPrivateCrtKeySpec(
                                number("n"),
                                number("e"),
                                number("d"),
                                number("p"),
                                number("q"),
                                number("dp"),
                                number("dq"),
                                number("qi")));
            case "EC" -> KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number("d"), curve()));
            default ->
                throw new MigrationException(
                        "the key in '" + file + "' is of kind '" + kind + "'; expected RSA or EC", null);
        };
    }

    private ECParameterSpec curve() throws GeneralSecurityException {
        String name = ForeignFiles.string(json, "crv", file);
        @Nullable String known = CURVES.get(name);
        if (known == null) {
            throw new MigrationException(
                    "the key in '" + file + "' is on the curve '" + name + "'; expected one of "
                            + String.join(
                                    ", ", CURVES.keySet().stream().sorted().toList()),
                    null);
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(known));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private BigInteger number(String member) {
        try {
            return new BigInteger(1, Base64.getUrlDecoder().decode(ForeignFiles.string(json, member, file)));
        } catch (IllegalArgumentException e) {
            throw new MigrationException("'" + member + "' of the key in '" + file + "' is not base64url", null);
        }
    }
}
