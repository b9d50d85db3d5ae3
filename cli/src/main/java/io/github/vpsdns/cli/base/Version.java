// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class Version implements IVersionProvider {
    /** Creates the provider, as picocli does. */
    public Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {Build.line()};
    }

    /**
     * Returns the version's number.
     *
     * @return such as {@code 0.1.0}
     */
    public static String number() {
        return Build.number();
    }
}
