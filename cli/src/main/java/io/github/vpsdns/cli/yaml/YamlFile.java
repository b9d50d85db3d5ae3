// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A configuration file, read as a whole. */
public final class YamlFile {
    private YamlFile() {}

    /**
     * Reads a file of at most {@value SmallFiles#LIMIT} bytes.
     *
     * @param file the file
     * @param reader looks at everything in it and notes all mistakes; what it returns is asked for the result only if there is
     *     none
     * @param <T> the type of the result
     * @return the result
     * @throws MistakesException if the file cannot be read or has mistakes
     */
    public static <T> T read(Path file, Function<YamlValue, Supplier<T>> reader) {
        Mistakes mistakes = new Mistakes();
        try {
            Supplier<T> result = YamlDocument.parse(SmallFiles.read(file), mistakes)
                    .map(reader)
                    .orElse(null);
            if (result != null && mistakes.isEmpty()) {
                return result.get();
            }
        } catch (IOException e) {
            mistakes.add(0, "", IoReason.of(e));
        } catch (InvalidValueException e) {
            mistakes.add(0, "", String.valueOf(e.getMessage()));
        }
        throw new MistakesException(file, mistakes.all());
    }

    /**
     * Makes the same of a mistake that is found later, in what the file leads to.
     *
     * @param file the file
     * @param text what is wrong, one clause
     * @return the exception, to be thrown
     */
    public static MistakesException refused(Path file, String text) {
        return new MistakesException(file, List.of(new Mistake(0, "", text)));
    }
}
