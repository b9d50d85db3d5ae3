// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.control.Listing;
import io.github.vpsdns.sandbox.state.AccessToken;
import io.github.vpsdns.sandbox.state.Permission;
import java.util.Optional;

/** One operation of one path. */
record Operation(Optional<Permission> permission, Action action) {
    /** Does what the operation is for. */
    @FunctionalInterface
    interface Action {
        Reply answer(Context context);
    }

    /** Who asks for what, and in which shape lists are due. {@code id} is empty on paths without one. */
    record Context(Request request, AccessToken token, String id, Listing listing) {}

    static Operation of(Permission permission, Action action) {
        return new Operation(Optional.of(permission), action);
    }

    static Operation ofAnyToken(Action action) {
        return new Operation(Optional.empty(), action);
    }
}
