// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that run real programs, such as {@code named} or {@code pebble}. Where one is not installed they are skipped with
 * a message; where the environment says {@code CI=true} they fail, since there nobody would read it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SuppressWarnings("exports") // Nobody calls the extension by its name.
@ExtendWith(ProgramsCondition.class)
public @interface NeedsPrograms {
    /**
     * The programs.
     *
     * @return their names, as one would type them
     */
    String[] value();
}
