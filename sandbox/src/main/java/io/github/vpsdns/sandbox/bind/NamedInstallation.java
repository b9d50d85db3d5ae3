// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import io.github.vpsdns.sandbox.peer.Programs;
import java.nio.file.Path;
import java.util.Optional;

/** Where BIND's programs are. */
record NamedInstallation(Path named, Path rndc) {
    static Optional<NamedInstallation> find() {
        return Programs.find("named")
                .flatMap(named -> Programs.find("rndc").map(rndc -> new NamedInstallation(named, rndc)));
    }
}
