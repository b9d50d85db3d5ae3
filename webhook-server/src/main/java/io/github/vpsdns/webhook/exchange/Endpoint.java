// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.exchange;

import java.util.concurrent.CompletionStage;

/** Speaks one protocol. Thread-safe. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Answers a request. Waits for nobody: what takes time completes the stage later, from any thread.
     *
     * @param call the request
     * @return the reply; a failure of the stage means a fault of ours
     */
    CompletionStage<Reply> answer(Call call);
}
