// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.progress;

import io.github.vpsdns.cli.base.Frame;

/** Steps that were taken, and items that are under way. Implementations are thread-safe. */
public sealed interface Progress extends AutoCloseable permits LineProgress, LiveProgress, NoProgress {
    /**
     * Says that something was done.
     *
     * @param text one line
     */
    void step(String text);

    /**
     * Says how an item stands. Items keep the order in which they first came.
     *
     * @param key what it is about, such as a name
     * @param state how it stands
     */
    void item(String key, String state);

    /** Ends the display; what it showed last stays. */
    @Override
    void close();

    /**
     * Chooses the display for standard error.
     *
     * @param frame where it goes, and what the user asked for
     * @return the display
     */
    static Progress of(Frame frame) {
        if (frame.globals().json()) {
            return new NoProgress();
        }
        return frame.terminal().screen().err()
                        && frame.host().variable("TERM").filter("dumb"::equals).isEmpty()
                ? new LiveProgress(frame.terminal().err(), frame.terminal().screen())
                : new LineProgress(frame.terminal().err());
    }
}
