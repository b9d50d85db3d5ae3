// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The distribution with a Java of its own, made once for all tests by the JDK that runs them. */
final class Image {
    private static final Path IMAGE = Build.packages().resolve("image");
    private static boolean made;

    private Image() {}

    static synchronized Path made() throws IOException {
        if (!made) {
            Command.of("rm", "-rf", IMAGE.toString()).succeed();
            Path script = Build.repository().resolve("packaging/image");
            Command.of(script.toString(), Build.distribution().toString(), IMAGE.toString())
                    .with("JAVA_HOME", System.getProperty("java.home"))
                    .succeed();
            made = Files.isExecutable(IMAGE.resolve("java/bin/java"));
        }
        return IMAGE;
    }
}
