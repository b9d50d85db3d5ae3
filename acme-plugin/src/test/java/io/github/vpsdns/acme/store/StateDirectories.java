// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.file.Disk;
import java.nio.file.Path;

/** State directories on disks that tests have in their hands. */
public final class StateDirectories {
    private StateDirectories() {}

    /** A state directory all of whose changes go through the given disk. */
    public static StateDirectory on(Path path, Disk disk) {
        return new StateDirectory(path, disk);
    }
}
