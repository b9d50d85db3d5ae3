// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Makes records of wishes. Thread-safe. */
@FunctionalInterface
public interface Updates {
    /**
     * Takes an order. Whoever is authorized for it is the caller's affair.
     *
     * @param order what is wanted
     * @return an outcome for each host in the order's order; completed at once if nothing is to be done, and within the patience of
     *     the settings in any case. It never fails
     */
    CompletionStage<List<HostOutcome>> submit(UpdateOrder order);
}
