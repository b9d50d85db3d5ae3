// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.cli.yaml.MistakesException;
import java.util.function.Supplier;

/** Tells of mistakes in a configuration. Stateless. */
public final class Configurations {
    private Configurations() {}

    /**
     * Reads a configuration for a command; several mistakes are told to people a line each.
     *
     * @param frame where
     * @param reader reads the file
     * @param <T> the type of the configuration
     * @return what was read
     * @throws UsageException if there is any mistake
     */
    public static <T> T read(Frame frame, Supplier<T> reader) {
        try {
            return reader.get();
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
     * Reads a configuration anew while the former one is in force.
     *
     * @param reader reads the file
     * @param <T> the type of the configuration
     * @return what was read
     * @throws UsageException if there is any mistake, with a line for each
     */
    public static <T> T reread(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (MistakesException e) {
            throw new UsageException(String.join("\n", e.lines()));
        }
    }
}
