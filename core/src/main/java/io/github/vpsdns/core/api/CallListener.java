// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

/** Is told of every HTTP exchange with the API, on the thread that made it; must be quick, thread-safe and not throw. */
@FunctionalInterface
public interface CallListener {
    /**
     * Takes note of an exchange.
     *
     * @param event what happened
     */
    void onCall(CallEvent event);
}
