// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands beside {@code @Option} and names the environment variable that is used where the option is not given. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface FromEnvironment {
    /**
     * Returns the variable.
     *
     * @return its name, such as {@code VPS_API_URL}
     */
    String value();
}
