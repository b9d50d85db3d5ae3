// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The set of ids seen so far, at 16 bytes or so each instead of the 120 of a set of strings, for lists may be long and heaps
 * small. Keeps the first 64 bits of each id's SHA-256: among a million ids the chance that any two agree is below one in ten
 * million. Confined to one thread.
 */
final class SeenIds {
    private static final int START = 64;

    private final MessageDigest digest;
    private long[] table = new long[START];
    private int size;

    SeenIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the id is new. */
    boolean add(String id) {
        long print = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        if (!put(table, print == 0 ? 1 : print)) {
            return false;
        }
        if (++size * 2 > table.length) {
            grow();
        }
        return true;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] wider = new long[table.length * 2];
        for (long print : table) {
            if (print != 0) {
                put(wider, print);
            }
        }
        table = wider;
    }

    private static boolean put(long[] into, long print) {
        int mask = into.length - 1;
        int at = (int) print & mask;
        while (into[at] != 0) {
            if (into[at] == print) {
                return false;
            }
            at = (at + 1) & mask;
        }
        into[at] = print;
        return true;
    }
}
