// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.renew.RenewalListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalListenersTest {
    /** A method added to the interface later has a default that tells nobody. */
    @Test
    void tellsEachListenerOfEveryEventThatThereIs() throws Exception {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        RenewalListener both = RenewalListeners.of(recording(first), recording(second));
        List<Method> events = Arrays.stream(RenewalListener.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();

        for (Method event : events) {
            Object[] nothing = Arrays.stream(event.getParameterTypes())
                    .map(type -> type == int.class ? 0 : type == boolean.class ? Boolean.FALSE : null)
                    .toArray();
            event.invoke(both, nothing);
        }

        assertThat(first)
                .containsExactlyElementsOf(events.stream().map(Method::getName).toList());
        assertThat(second).isEqualTo(first);
    }

    private static RenewalListener recording(List<String> told) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            told.add(method.getName());
            return null;
        };
        return (RenewalListener) Proxy.newProxyInstance(
                RenewalListener.class.getClassLoader(), new Class<?>[] {RenewalListener.class}, handler);
    }
}
