// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import java.util.List;

/**
 * An edit of several calls of which some failed. The others were made all the same; repeating the edit does what is left.
 *
 * <p>The first failure is the cause, the others are suppressed exceptions of this one.
 */
public final class IncompleteEditException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient SetOutcome done;
    private final transient List<VpsDnsException> reasons;

    /**
     * Creates the error.
     *
     * @param edit what was to be done, as in "setting A of www.example.com"
     * @param done what was done
     * @param reasons why the other calls failed, or are not known to have succeeded; at least one
     */
    public IncompleteEditException(String edit, SetOutcome done, List<VpsDnsException> reasons) {
        super(message(edit, done, reasons), reasons.get(0));
        this.done = done;
        this.reasons = List.copyOf(reasons);
        reasons.stream().skip(1).forEach(this::addSuppressed);
    }

    /**
     * Returns what is known to have been done.
     *
     * @return the counts of the calls that succeeded
     */
    public SetOutcome done() {
        return done;
    }

    /**
     * Returns why the other calls failed.
     *
     * @return one reason a call; immutable
     */
    public List<VpsDnsException> reasons() {
        return reasons;
    }

    /** {@inheritDoc} True if each of the failures passes by itself. */
    @Override
    public boolean isTransient() {
        return reasons.stream().allMatch(VpsDnsException::isTransient);
    }

    private static String message(String edit, SetOutcome done, List<VpsDnsException> reasons) {
        int calls = done.changed() + done.created() + done.deleted() + reasons.size();
        return edit + ": " + reasons.size() + " of " + calls + " changes failed, the first because of "
                + reasons.get(0).getMessage();
    }
}
