// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.pace;

import io.github.vpsdns.core.edit.RecordEditor;

/** The way to the API, which may change while a program runs: tokens are replaced. Thread-safe. */
public interface ApiAccess {
    /**
     * Returns the editor to use now.
     *
     * @return an editor, which stays usable for edits that are under way when {@link #renew} replaces it
     */
    RecordEditor editor();

    /**
     * Looks whether there are other credentials than those of the editor, and takes them. Asked often while the API refuses the
     * ones in use, so it must cost little.
     *
     * @return whether {@link #editor} is another one now
     */
    boolean renew();

    /**
     * Uses one editor for ever.
     *
     * @param editor the editor
     * @return access that never changes
     */
    static ApiAccess of(RecordEditor editor) {
        return new ApiAccess() {
            @Override
            public RecordEditor editor() {
                return editor;
            }

            @Override
            public boolean renew() {
                return false;
            }
        };
    }
}
