// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import java.io.IOException;
import java.io.OutputStream;

/** A Java program that does nothing, to tell what of an agent is the JVM. */
final class IdleJvm {
    private IdleJvm() {}

    public static void main(String[] arguments) throws IOException {
        // Ends with the process that started it, whose end of the pipe then closes.
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
