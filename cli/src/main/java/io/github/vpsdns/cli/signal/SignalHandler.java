// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.signal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * What is done at a signal, until it is closed. By {@code sun.misc.Signal}, since the JDK has no other way, and by reflection, since
 * the compiler warns of it; all JDKs from 9 on have it in their module {@code jdk.unsupported}.
 *
 * <p>Thread-safe.
 */
public final class SignalHandler implements AutoCloseable {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private final Object signal;
    private final Object before;

    private SignalHandler(Object signal, Object before) {
        this.signal = signal;
        this.before = before;
    }

    /**
     * Does something at a signal, instead of what was done before.
     *
     * @param name the signal's name without {@code SIG}, such as {@code HUP}
     * @param action what to do, on a thread of its own each time
     * @return the handler, or empty if this JVM does not let go of the signal (as with {@code -Xrs}) or does not know it
     */
    public static Optional<SignalHandler> on(String name, Runnable action) {
        try {
            Class<?> type = Class.forName(HANDLER);
            InvocationHandler calls = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    action.run();
                    yield null;
                }
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "handler of SIG" + name;
            };
            Object handler = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls);
            Object signal = Class.forName(SIGNAL).getConstructor(String.class).newInstance(name);
            return Optional.of(new SignalHandler(signal, handle(signal, handler)));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Lets the signal mean again what it meant before. */
    @Override
    public void close() {
        try {
            handle(signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a signal that was handled cannot be let go", e);
        }
    }

    private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
        return Class.forName(SIGNAL)
                .getMethod("handle", signal.getClass(), Class.forName(HANDLER))
                .invoke(null, signal, handler);
    }
}
