// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.store.LineageName;
import org.jspecify.annotations.Nullable;

/** Keeps what was decided last. Thread-safe. */
final class Planned implements RenewalListener {
    private volatile @Nullable Plan plan;

    @Override
    public void planned(LineageName name, Plan decided) {
        plan = decided;
    }

    /** Returns the decision, or {@code null} if there was nothing to decide by. */
    @Nullable
    Plan plan() {
        return plan;
    }
}
