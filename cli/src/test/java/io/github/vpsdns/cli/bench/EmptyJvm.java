// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

/** A program that does nothing and ends. */
final class EmptyJvm {
    private EmptyJvm() {}

    /**
     * Does nothing.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {}
}
