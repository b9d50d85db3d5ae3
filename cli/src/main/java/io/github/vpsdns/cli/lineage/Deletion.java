// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import java.nio.file.Path;
import java.time.Duration;

/** What {@code vpsdns acme delete} does. */
final class Deletion {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

    private Deletion() {}

    private record Deleted(String lineage) {}

    static void run(Frame frame, Path directory, String lineage, boolean yes) {
        StateDirectory state = new StateDirectory(directory);
        LineageName name = state.requireKnown(new LineageName(lineage));
        if (!yes) {
            throw new UsageException("nothing was deleted: this would delete all files of the certificate " + name
                    + " with its private keys, and servers that use them would not start; give --yes to do it");
        }
        try (StateLock held = state.prepare().lock(LOCK_LIMIT, frame.host().time())) {
            requireNonNull(held);
            boolean renewed = state.forget(name);
            frame.result(
                    "deleted the certificate " + name + (renewed ? ", which is not renewed any more" : ""),
                    () -> new Deleted(name.toString()));
        }
    }
}
