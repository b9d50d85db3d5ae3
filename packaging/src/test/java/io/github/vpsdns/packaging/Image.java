// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The distribution with a Java of its own, by the JDK that runs the tests. */
final class Image {
    private Image() {}

    /** Made once in a build, which makes the Debian package anew each time. */
    static Path made() throws IOException {
        Path image = Build.packages().resolve("image");
        Path script = Build.repository().resolve("packaging/image");
        String of = System.getProperty("java.home") + " " + Files.getLastModifiedTime(Build.debianPackage()) + " "
                + Files.getLastModifiedTime(script);
        return Once.make(
                image,
                of,
                () -> Command.of(script.toString(), Build.distribution().toString(), image.toString())
                        .with("JAVA_HOME", System.getProperty("java.home"))
                        .succeed());
    }
}
