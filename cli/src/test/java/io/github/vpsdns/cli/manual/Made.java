// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build makes, made for a test. */
record Made(Path share) {
    static Made in(Path share) throws IOException {
        Manual.main(new String[] {
            share.toString(), "../docs", "src/main/dist/conf", "src/main/completion", "2026-11-21T00:00:00Z"
        });
        return new Made(share);
    }

    Path page(String name, int section) {
        return share.resolve("man/man" + section).resolve(name + "." + section);
    }

    String text(String name, int section) throws IOException {
        return Files.readString(page(name, section));
    }
}
