// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.exchange.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** The two files that pages refer to. Their addresses change with their bytes, so that browsers may keep them. */
final class Assets {
    private static final String STYLE = "/style.css";
    private static final String ICON = "/icon.svg";
    private static final Map<String, String> TYPES = Map.of(STYLE, "text/css; charset=utf-8", ICON, "image/svg+xml");
    private static final Map<String, byte[]> BYTES = Map.of(STYLE, read(STYLE), ICON, read(ICON));

    static final String STYLE_PATH = versioned(STYLE);
    static final String ICON_PATH = versioned(ICON);

    private Assets() {}

    static Optional<Reply> find(String path) {
        byte[] bytes = BYTES.get(path);
        String type = TYPES.get(path);
        return bytes == null || type == null
                ? Optional.empty()
                : Optional.of(new Reply(
                        200,
                        type,
                        bytes,
                        Map.of(
                                "Cache-Control",
                                "public, max-age=31536000, immutable",
                                "X-Content-Type-Options",
                                "nosniff",
                                "Content-Security-Policy",
                                "default-src 'none'",
                                "Cross-Origin-Resource-Policy",
                                "same-origin")));
    }

    private static String versioned(String path) {
        CRC32 sum = new CRC32();
        sum.update(BYTES.getOrDefault(path, new byte[0]));
        return path + "?" + Long.toHexString(sum.getValue());
    }

    private static byte[] read(String path) {
        try (InputStream file = Assets.class.getResourceAsStream(path.substring(1))) {
            if (file == null) {
                throw new IllegalStateException("the program's file " + path + " is missing; install it again");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
