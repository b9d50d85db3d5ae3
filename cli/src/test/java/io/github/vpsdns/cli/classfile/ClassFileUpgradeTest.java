// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import picocli.CommandLine;

class ClassFileUpgradeTest {
    @TempDir
    Path work;

    @Test
    void leavesNoClassThatArchivesCannotKeep() throws Exception {
        Path copy = upgraded();

        try (ZipFile jar = new ZipFile(copy.toFile())) {
            List<String> old = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class")
                            && !entry.getName().contains("/groovy/"))
                    .filter(entry -> version(jar, entry) < Opcodes.V1_6)
                    .map(ZipEntry::getName)
                    .toList();
            assertThat(old).isEmpty();
            assertThat(version(jar, jar.getEntry("picocli/CommandLine.class"))).isEqualTo(Opcodes.V1_8);
        }
    }

    @Test
    void changesNothingElseAndSaysThatItChangedSomething() throws Exception {
        Path copy = upgraded();

        try (ZipFile before = new ZipFile(picocli().toFile());
                ZipFile after = new ZipFile(copy.toFile())) {
            List<String> names = before.stream().map(ZipEntry::getName).toList();
            assertThat(after.stream().map(ZipEntry::getName)).containsAll(names).contains(ClassFileUpgrade.NOTICE);
            assertThat(content(after, "META-INF/MANIFEST.MF")).isEqualTo(content(before, "META-INF/MANIFEST.MF"));
        }
    }

    @Test
    void passesTheVerifier() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {upgraded().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                ZipFile jar = new ZipFile(upgraded().toFile())) {
            for (String name : jar.stream().map(ZipEntry::getName).toList()) {
                if (name.startsWith("picocli/") && name.endsWith(".class") && !name.contains("/groovy/")) {
                    Class.forName(name.replace('/', '.').replace(".class", ""), true, loader);
                }
            }
        }
    }

    private Path upgraded() throws Exception {
        Path copy = work.resolve("copy/picocli.jar");
        ClassFileUpgrade.upgrade(picocli(), copy);
        return copy;
    }

    private static Path picocli() throws URISyntaxException {
        return Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static int version(ZipFile jar, ZipEntry entry) {
        return new ClassReader(content(jar, entry.getName())).readShort(6);
    }

    private static byte[] content(ZipFile jar, String name) {
        try {
            return jar.getInputStream(jar.getEntry(name)).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
