// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import io.github.vpsdns.cli.terminal.Host;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/** Gives options that were not on the line the value of their environment variable. */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Host host;

    /**
     * Creates the source of defaults.
     *
     * @param host holds the environment
     */
    public EnvironmentDefaults(Host host) {
        this.host = host;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        return variable(arg).flatMap(host::variable).orElse(null);
    }

    /**
     * Returns the variable that stands for an option.
     *
     * @param arg an option or parameter
     * @return the variable's name; empty if there is none
     */
    public static Optional<String> variable(@Nullable ArgSpec arg) {
        return arg != null && arg.userObject() instanceof AnnotatedElement element
                ? Optional.ofNullable(element.getAnnotation(FromEnvironment.class))
                        .map(FromEnvironment::value)
                : Optional.empty();
    }
}
