// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.pace.ApiAccess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the API for as long as the command runs. A token that was replaced where it was found is noticed when it is asked for,
 * and a way that was told anew is taken at once.
 *
 * <p>The way before the last is closed with the next change only, so that edits under way end as they began. Thread-safe.
 */
public final class Access implements ApiAccess, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final Frame frame;
    private final CallCounter calls;
    private final Duration timeout;
    private ApiOptions options;
    private ApiConnection current;
    private @Nullable ApiConnection former;
    private boolean replaced;

    /**
     * Opens the way; calls nothing yet.
     *
     * @param frame holds the environment
     * @param options where the API and the token are
     * @param timeout how long one operation may take with all retries, unless the options say so
     * @param calls counts the calls
     * @throws io.github.vpsdns.core.InvalidValueException if the URL or the token is missing or wrong
     */
    public Access(Frame frame, ApiOptions options, Duration timeout, CallCounter calls) {
        this.frame = frame;
        this.timeout = timeout;
        this.calls = calls;
        this.options = options;
        this.current = open(options);
    }

    @Override
    public synchronized RecordEditor editor() {
        return current.editor();
    }

    @Override
    public synchronized boolean renew() {
        if (current.isOutdated()) {
            takeWhatIsThere();
        }
        boolean isAnother = replaced;
        replaced = false;
        return isAnother;
    }

    /**
     * Tells where the token was found, never what it is.
     *
     * @return for people
     */
    public synchronized String tokenSource() {
        return current.tokenSource();
    }

    /**
     * Takes another way, where it differs.
     *
     * @param others where the API and the token are now
     * @throws io.github.vpsdns.core.InvalidValueException if the URL or the token is missing or wrong; the former way stays
     */
    public synchronized void use(ApiOptions others) {
        ApiConnection next = open(others);
        if (next.isSameAs(current)) {
            next.close();
        } else {
            take(next);
        }
        options = others;
    }

    @Override
    public synchronized void close() {
        current.close();
        if (former != null) {
            former.close();
        }
    }

    /** While a file is being replaced it may be gone again, which the next look settles. */
    private void takeWhatIsThere() {
        try {
            take(open(options));
        } catch (InvalidValueException e) {
            LOG.debug("the token that was replaced is not to be had now", e);
        }
    }

    private void take(ApiConnection next) {
        if (former != null) {
            former.close();
        }
        former = current;
        current = next;
        replaced = true;
    }

    private ApiConnection open(ApiOptions from) {
        return ApiConnection.open(frame, from, timeout, calls);
    }
}
