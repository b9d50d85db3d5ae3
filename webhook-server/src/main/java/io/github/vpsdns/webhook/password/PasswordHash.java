// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.password;

import io.github.vpsdns.core.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An argon2id hash (RFC 9106) in the PHC string format, such as {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * <p>Prints as nothing. Immutable and thread-safe.
 */
public final class PasswordHash {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** With two passes the least that OWASP's Password Storage Cheat Sheet asks for. */
    private static final int KIBIBYTES = 19_456;

    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final HashMemory MEMORY = HashMemory.OF_PROCESS;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2Parameters parameters;
    private final byte[] hash;
    private final String text;

    private PasswordHash(Argon2Parameters parameters, byte[] hash, String text) {
        this.parameters = parameters;
        this.hash = hash;
        this.text = text;
    }

    /**
     * Reads a hash.
     *
     * @param text the PHC string
     * @return the hash
     * @throws InvalidValueException if it is anything else, or takes more than 100 passes or half of the memory that this JVM may have;
     *     the text is not repeated
     */
    public static PasswordHash parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            throw refused("it is no argon2id hash");
        }
        int memory = Integer.parseInt(match.group(1));
        int passes = Integer.parseInt(match.group(2));
        int lanes = Integer.parseInt(match.group(3));
        if (lanes < 1 || passes < 1 || passes > 100 || memory < 8 * lanes) {
            throw refused("its parameters are out of range (1 to 100 passes, at least 8 KiB of memory a lane)");
        }
        if (memory > MEMORY.kibibytes()) {
            throw refused("verifying it takes " + memory / 1024 + " MiB of memory, and there are "
                    + MEMORY.kibibytes() / 1024 + " MiB for it here");
        }
        try {
            byte[] salt = Base64.getDecoder().decode(match.group(4));
            byte[] hash = Base64.getDecoder().decode(match.group(5));
            return new PasswordHash(parameters(memory, passes, lanes, salt), hash, text);
        } catch (IllegalArgumentException e) {
            throw refused("its salt or its hash is no Base64");
        }
    }

    /**
     * Hashes a password, with 19 MiB, two passes and a random salt.
     *
     * @param password the password
     * @return its hash
     */
    public static PasswordHash of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Argon2Parameters parameters = parameters(KIBIBYTES, PASSES, 1, salt);
        byte[] hash = generate(parameters, password, HASH_BYTES);
        Base64.Encoder plain = Base64.getEncoder().withoutPadding();
        return new PasswordHash(
                parameters,
                hash,
                "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=1$" + plain.encodeToString(salt) + "$"
                        + plain.encodeToString(hash));
    }

    /**
     * Verifies a password, in a time that does not depend on where it differs. Takes the memory and the time that the hash's
     * parameters demand, and waits while others take so much that there is no room.
     *
     * @param password the password to verify
     * @return whether it is the one that was hashed
     */
    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, generate(parameters, password, hash.length));
    }

    /**
     * Returns the PHC string, to be stored.
     *
     * @return the text that {@link #parse} reads
     */
    public String encoded() {
        return text;
    }

    private static byte[] generate(Argon2Parameters parameters, String password, int bytes) {
        return MEMORY.with(parameters.getMemory(), () -> {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            byte[] hash = new byte[bytes];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        });
    }

    private static Argon2Parameters parameters(int kibibytes, int passes, int lanes, byte[] salt) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
    }

    private static InvalidValueException refused(String what) {
        return new InvalidValueException(
                what + "; expected what 'vpsdns webhook hash-password' prints, beginning with $argon2id$v=19$");
    }

    @Override
    public String toString() {
        return "***";
    }
}
