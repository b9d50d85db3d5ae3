// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** A source has no address to give, or nothing that could be believed. */
public final class SourceException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what is wrong, one clause that names the source and shows no secret
     * @param cause what was thrown below, or {@code null}
     */
    public SourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** {@inheritDoc} True: what a source does not say now, it may say later. */
    @Override
    public boolean isTransient() {
        return true;
    }
}
