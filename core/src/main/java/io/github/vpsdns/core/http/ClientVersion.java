// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** This library's version, as the build wrote it down. */
public final class ClientVersion {
    private ClientVersion() {}

    /**
     * Returns the version.
     *
     * @return such as {@code 1.2.3}
     */
    public static String get() {
        Properties properties = new Properties();
        try (InputStream in = ClientVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
