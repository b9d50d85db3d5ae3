// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.concurrent;

/**
 * How one task of a {@link Batch} ended.
 *
 * @param <T> what a task returns
 */
public sealed interface TaskOutcome<T> {
    /**
     * The task returned.
     *
     * @param value what it returned
     * @param <T> what a task returns
     */
    record Done<T>(T value) implements TaskOutcome<T> {}

    /**
     * The task threw. Where the batch was cancelled, this may be the task's own way to say so.
     *
     * @param reason what it threw
     * @param <T> what a task returns
     */
    record Failed<T>(Exception reason) implements TaskOutcome<T> {}

    /**
     * The batch was cancelled before the task told how it ended.
     *
     * @param begun {@code false} if the task never ran and so did nothing; {@code true} if it had begun and did not stop in
     *     time, so that nothing is known of what it did or still does
     * @param <T> what a task returns
     */
    record Cancelled<T>(boolean begun) implements TaskOutcome<T> {}
}
