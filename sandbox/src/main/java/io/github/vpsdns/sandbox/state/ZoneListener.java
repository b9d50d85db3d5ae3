// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

/**
 * Hears of each committed change, in order.
 *
 * <p>Called while the state's lock is held, so it must only take note and return; it must not call back into the state.
 */
public interface ZoneListener {
    /**
     * A zone was made or its records changed.
     *
     * @param zone as it is now
     */
    void changed(SandboxZone zone);

    /**
     * A zone was deleted.
     *
     * @param domain its name
     */
    void removed(String domain);
}
