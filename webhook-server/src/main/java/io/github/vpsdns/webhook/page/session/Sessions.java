// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.session;

import io.github.vpsdns.core.time.Timekeeper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Those who have signed in, in memory only: a restart signs everybody out. Of each id only a digest is kept. Thread-safe.
 */
final class Sessions {
    static final Duration LIFE = Duration.ofHours(12);
    static final int MOST = 100;

    private static final int ID_BYTES = 32;

    private final Timekeeper time;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Held> held = new LinkedHashMap<>();

    private record Held(Session session, String password, long beganNanos) {}

    Sessions(Timekeeper time) {
        this.time = time;
    }

    /**
     * Begins a session; the oldest ends if there are too many.
     *
     * @param password what the password is now, as a hash: the session ends with it
     * @return the id that its owner shows from now on
     */
    synchronized String begin(String password) {
        String id = randomText();
        prune();
        if (held.size() >= MOST) {
            held.remove(held.keySet().iterator().next());
        }
        held.put(digest(id), new Held(new Session(randomText()), password, time.nanoTime()));
        return id;
    }

    synchronized Optional<Session> find(String id, String password) {
        prune();
        return Optional.ofNullable(held.get(digest(id)))
                .filter(one -> one.password.equals(password))
                .map(Held::session);
    }

    synchronized void end(String id) {
        held.remove(digest(id));
    }

    synchronized int size() {
        prune();
        return held.size();
    }

    private void prune() {
        long now = time.nanoTime();
        Iterator<Held> oldestFirst = held.values().iterator();
        while (oldestFirst.hasNext() && now - oldestFirst.next().beganNanos >= LIFE.toNanos()) {
            oldestFirst.remove();
        }
    }

    private String randomText() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
