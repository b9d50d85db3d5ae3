// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing.secrecy;

import java.nio.file.Path;

/** Where slf4j-simple writes in tests: a file for each process that runs some, as the build and simplelogger.properties say. */
public final class TestLog {
    private TestLog() {}

    /** Returns the file of this process. */
    public static Path path() {
        return Path.of(System.getProperty("org.slf4j.simpleLogger.logFile", "target/test-log.txt"));
    }
}
