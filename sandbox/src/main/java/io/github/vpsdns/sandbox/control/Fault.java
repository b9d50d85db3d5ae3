// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One line of the script: which calls, how often, when, and what happens.
 *
 * <pre>{@code
 * sandbox.faults().add(Fault.drop().afterCommit().on("POST", "/dns-zones/**").times(2));
 * }</pre>
 *
 * <p>Meets every call, once, unless narrowed or widened. Immutable: each method returns a changed copy.
 *
 * @param method the HTTP method in capitals, or {@code *} for any
 * @param path the path below {@code /api/v1}; {@code *} stands for one segment, {@code **} for any number
 * @param skip how many matching calls pass unharmed first, 0 or more
 * @param times how many calls it meets after that, 1 or more; {@link #ALWAYS} for all
 * @param moment before or after the call is carried out
 * @param action what happens
 */
public record Fault(String method, String path, int skip, int times, Moment moment, FaultAction action) {
    /** The number of times that never runs out. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** When a fault strikes. */
    public enum Moment {
        /** Before the call is carried out, which then never happens (unless the fault is but a delay). */
        BEFORE_COMMIT,
        /** After the call was carried out, when only the answer is left to be sent. */
        AFTER_COMMIT
    }

    public Fault {
        method = method.toUpperCase(Locale.ROOT);
        new PathPattern(path);
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(action, "action");
        if (skip < 0 || times < 1) {
            throw new IllegalArgumentException("A fault that skips " + skip + " calls and meets " + times
                    + " can never strike; skip 0 or more and meet 1 or more.");
        }
    }

    private static Fault once(Moment moment, FaultAction action) {
        return new Fault("*", "/**", 0, 1, moment, action);
    }

    /**
     * Answers with a status instead of carrying the call out.
     *
     * @param status 200 to 599
     * @return a fault before the commit
     */
    public static Fault status(int status) {
        return once(Moment.BEFORE_COMMIT, new FaultAction.Status(status, Map.of(), null));
    }

    /**
     * Answers with a status, headers and body instead of carrying the call out.
     *
     * @param status 200 to 599
     * @param headers such as {@code Retry-After}
     * @param body the whole body
     * @return a fault before the commit
     */
    public static Fault status(int status, Map<String, String> headers, String body) {
        return once(Moment.BEFORE_COMMIT, new FaultAction.Status(status, headers, body));
    }

    /**
     * Answers with a status and asks to come again later.
     *
     * @param status such as 429 or 503
     * @param retryAfter whole seconds for the {@code Retry-After} header
     * @return a fault before the commit
     */
    public static Fault status(int status, Duration retryAfter) {
        return once(
                Moment.BEFORE_COMMIT,
                new FaultAction.Status(status, Map.of("Retry-After", Long.toString(retryAfter.toSeconds())), null));
    }

    /**
     * Lets time pass before the call is carried out.
     *
     * @param time real time
     * @return a fault before the commit
     */
    public static Fault delay(Duration time) {
        return once(Moment.BEFORE_COMMIT, new FaultAction.Delay(time));
    }

    /**
     * Closes the connection without an answer.
     *
     * @return a fault before the commit
     */
    public static Fault drop() {
        return once(Moment.BEFORE_COMMIT, new FaultAction.Drop());
    }

    /**
     * Replaces the body of the answer.
     *
     * @param kind by what
     * @return a fault after the commit
     */
    public static Fault garbage(Garbage kind) {
        return once(Moment.AFTER_COMMIT, new FaultAction.Garble(kind));
    }

    /**
     * Cuts the answer in the middle.
     *
     * @return a fault after the commit
     */
    public static Fault truncate() {
        return once(Moment.AFTER_COMMIT, new FaultAction.Truncate());
    }

    /**
     * Limits the rate of calls.
     *
     * @param calls how many pass per window
     * @param window at least a second
     * @return a fault that stays, before the commit
     */
    public static Fault rateLimit(int calls, Duration window) {
        return once(Moment.BEFORE_COMMIT, new FaultAction.RateLimit(calls, window))
                .always();
    }

    /**
     * Writes lists in another shape.
     *
     * @param shape the shape
     * @param pageSize items per page
     * @return a fault that stays
     */
    public static Fault listShape(ListShape shape, int pageSize) {
        return once(Moment.BEFORE_COMMIT, new FaultAction.Shape(new Listing(shape, pageSize)))
                .always();
    }

    /**
     * Narrows to some calls.
     *
     * @param onlyMethod an HTTP method, or {@code *}
     * @param onlyPath a path below {@code /api/v1}, with {@code *} for one segment and {@code **} for any number
     * @return a changed copy
     */
    public Fault on(String onlyMethod, String onlyPath) {
        return new Fault(onlyMethod, onlyPath, skip, times, moment, action);
    }

    /**
     * Lets the first matching calls pass.
     *
     * @param calls how many
     * @return a changed copy
     */
    public Fault skip(int calls) {
        return new Fault(method, path, calls, times, moment, action);
    }

    /**
     * Strikes a number of times.
     *
     * @param calls how often, 1 or more
     * @return a changed copy
     */
    public Fault times(int calls) {
        return new Fault(method, path, skip, calls, moment, action);
    }

    /**
     * Strikes every time.
     *
     * @return a changed copy
     */
    public Fault always() {
        return times(ALWAYS);
    }

    /**
     * Strikes before the call is carried out.
     *
     * @return a changed copy
     */
    public Fault beforeCommit() {
        return new Fault(method, path, skip, times, Moment.BEFORE_COMMIT, action);
    }

    /**
     * Strikes after the call was carried out.
     *
     * @return a changed copy
     */
    public Fault afterCommit() {
        return new Fault(method, path, skip, times, Moment.AFTER_COMMIT, action);
    }

    boolean meets(String calledMethod, String calledPath) {
        return (method.equals("*") || method.equals(calledMethod)) && new PathPattern(path).matches(calledPath);
    }

    boolean endsCall() {
        return !(action instanceof FaultAction.Delay) && !(action instanceof FaultAction.Shape);
    }
}
