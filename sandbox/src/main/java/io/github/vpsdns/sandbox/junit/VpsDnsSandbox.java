// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.junit;

import io.github.vpsdns.sandbox.control.ListShape;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a running {@link io.github.vpsdns.sandbox.Sandbox} as a parameter, and closes it after them.
 *
 * <pre>{@code
 * @VpsDnsSandbox(zones = "example.com")
 * class MyTest {
 *     @Test
 *     void works(Sandbox sandbox) { ... }
 * }
 * }</pre>
 *
 * <p>On a method it counts instead of the one on the class.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SuppressWarnings("exports") // Nobody calls the extension by its name.
@ExtendWith(SandboxExtension.class)
public @interface VpsDnsSandbox {
    /**
     * The zones it begins with.
     *
     * @return such as {@code example.com}
     */
    String[] zones() default {};

    /**
     * How the API writes lists.
     *
     * @return by default a bare array
     */
    ListShape listShape() default ListShape.ARRAY;

    /**
     * How many items a page of a list holds.
     *
     * @return 1 or more
     */
    int pageSize() default 50;

    /**
     * How many name servers there are.
     *
     * @return 1 or more
     */
    int nameServers() default 1;

    /**
     * Whether there is a certificate authority.
     *
     * @return false to start a little faster
     */
    boolean acme() default true;

    /**
     * Whether all tests of the class share one sandbox. It can then be a parameter of {@code @BeforeAll} as well.
     *
     * @return false for one each; has no meaning on a method
     */
    boolean perClass() default false;
}
