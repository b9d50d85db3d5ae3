// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.VpsDnsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is to be remembered could not be written; what was there before is whole. The agent can go on without. */
public final class MemoryUnsavedException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String reason;

    MemoryUnsavedException(Path file, String reason, @Nullable Throwable cause) {
        super("'" + file + "' cannot be written: " + reason, cause);
        this.file = file;
        this.reason = reason;
    }

    /**
     * Returns which file could not be written.
     *
     * @return the file
     */
    public Path file() {
        return file;
    }

    /**
     * Returns why.
     *
     * @return one clause, without the path
     */
    public String reason() {
        return reason;
    }

    /** {@inheritDoc} True: a disk that is full now may have room later. */
    @Override
    public boolean isTransient() {
        return true;
    }
}
