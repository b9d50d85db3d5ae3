// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built, for those who ask without a parser. */
public final class Build {
    private Build() {}

    /**
     * Returns what {@code --version} prints.
     *
     * @return one line without its end
     */
    public static String line() {
        return "vpsdns " + number() + " (Java " + System.getProperty("java.version") + ")";
    }

    /**
     * Returns the version's number.
     *
     * @return such as {@code 0.1.0}
     */
    public static String number() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/io/github/vpsdns/cli/build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version", "unknown");
    }
}
