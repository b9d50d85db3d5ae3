// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.VpsDnsException;
import java.nio.file.Path;

/** Another agent uses the memory. Two with one memory would each take the other's records for their own. */
public final class MemoryInUseException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    MemoryInUseException(Path file, String holder) {
        super(
                "another agent (" + holder + ") uses '" + file
                        + "'; stop it first, or give this one a state file of its own",
                null);
        this.file = file;
    }

    /**
     * Returns which file is in use.
     *
     * @return the file
     */
    public Path file() {
        return file;
    }
}
