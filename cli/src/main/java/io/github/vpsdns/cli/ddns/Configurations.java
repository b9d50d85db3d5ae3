// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.ddns.config.DdnsConfiguration;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.cli.yaml.MistakesException;
import java.nio.file.Path;

/** Reads the configuration for a command, and tells of mistakes in it. */
final class Configurations {
    private Configurations() {}

    /**
     * Reads the file; several mistakes are told to people a line each.
     *
     * @throws UsageException if there is any mistake
     */
    static DdnsConfiguration read(Frame frame, Path file) {
        try {
            return DdnsConfiguration.read(file);
        } catch (MistakesException e) {
            int count = e.mistakes().size();
            if (count == 1 || frame.globals().json()) {
                throw new UsageException(String.join("; ", e.lines()));
            }
            e.lines().forEach(line -> frame.note(Printable.of(line)));
            throw new UsageException("the configuration has " + count + " mistakes, told above; nothing was done");
        }
    }

    /**
     * Reads the file anew while the former one is in force.
     *
     * @throws UsageException if there is any mistake, with a line for each
     */
    static DdnsConfiguration reread(Path file) {
        try {
            return DdnsConfiguration.read(file);
        } catch (MistakesException e) {
            throw new UsageException(String.join("\n", e.lines()));
        }
    }
}
