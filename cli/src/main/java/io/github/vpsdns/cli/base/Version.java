// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class Version implements IVersionProvider {
    /** Creates the provider, as picocli does. */
    public Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {"vpsdns " + number() + " (Java " + System.getProperty("java.version") + ")"};
    }

    /**
     * Returns the version's number.
     *
     * @return such as {@code 0.1.0}
     */
    public static String number() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/io/github/vpsdns/cli/build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version", "unknown");
    }
}
