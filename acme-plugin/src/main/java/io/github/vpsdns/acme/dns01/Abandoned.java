// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Values of this process that could not be removed when they should have been. The journal gives a process's values out only
 * when it is gone, and a service may live for months.
 *
 * <p>Thread-safe.
 */
final class Abandoned {
    private final List<OwnValue> values = new ArrayList<>();

    synchronized void add(Collection<OwnValue> left) {
        values.addAll(left);
    }

    /** Returns the values and forgets them. */
    synchronized List<OwnValue> take() {
        List<OwnValue> taken = List.copyOf(values);
        values.clear();
        return taken;
    }
}
