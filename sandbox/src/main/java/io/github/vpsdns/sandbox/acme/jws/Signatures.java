// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.security.Key;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Checks signatures by jose4j, allowing only the algorithms named. */
final class Signatures {
    /** For requests: no {@code none}, no MAC (RFC 8555 §6.2). */
    static final List<String> ASYMMETRIC = List.of("RS256", "ES256", "ES384", "ES512", "EdDSA");

    /** For external account bindings (RFC 8555 §7.3.4). */
    static final List<String> MACS = List.of("HS256", "HS384", "HS512");

    private Signatures() {}

    static void requireAlgorithm(FlatJws envelope, List<String> allowed) {
        String algorithm = envelope.algorithm();
        if (!allowed.contains(algorithm)) {
            throw new ProblemException(Problem.of(
                            ProblemType.BAD_SIGNATURE_ALGORITHM,
                            "algorithm " + algorithm + " is not taken here, only " + String.join(", ", allowed))
                    .withAlgorithms(allowed));
        }
    }

    static void verify(FlatJws envelope, Key key, List<String> allowed) {
        requireAlgorithm(envelope, allowed);
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, allowed.toArray(String[]::new)));
            jws.setCompactSerialization(envelope.compact());
            jws.setKey(key);
            // CAs hand out MAC keys that are shorter than the hash; jose4j would refuse them.
            jws.setDoKeyValidation(!MACS.equals(allowed));
            if (jws.verifySignature()) {
                return;
            }
        } catch (JoseException e) {
            throw ProblemException.malformed(
                    "the JWS cannot be verified with a key of type " + key.getAlgorithm() + ": " + e.getMessage());
        }
        throw ProblemException.malformed("the JWS signature does not verify");
    }
}
