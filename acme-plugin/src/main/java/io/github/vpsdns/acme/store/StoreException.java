// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.file.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** State that cannot be read or written. The message names the file, what is wrong with it and what is expected. */
public final class StoreException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param message one sentence
     * @param cause what led to it, or {@code null}
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static StoreException reading(Path path, IOException cause) {
        return new StoreException("cannot read '" + path + "': " + IoReason.of(cause), cause);
    }

    static StoreException writing(Path path, IOException cause) {
        return new StoreException("cannot write '" + path + "': " + IoReason.of(cause), cause);
    }
}
