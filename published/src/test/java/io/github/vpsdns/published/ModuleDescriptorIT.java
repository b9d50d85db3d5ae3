// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The jars are modules, and each of their packages is API or deliberately not. */
final class ModuleDescriptorIT {
    private static final String INTERNAL = "/internal-packages.txt";

    @ParameterizedTest
    @FieldSource("io.github.vpsdns.published.Repository#LIBRARIES")
    void aLibraryIsAModuleNamedAfterItsPackages(String artifact) {
        ModuleDescriptor module = module(artifact);

        assertThat(module.isAutomatic()).isFalse();
        assertThat(module.name()).isEqualTo("io.github." + artifact.replace('-', '.'));
        assertThat(module.packages()).allMatch(name -> (name + ".").startsWith(module.name() + "."));
    }

    @ParameterizedTest
    @FieldSource("io.github.vpsdns.published.Repository#LIBRARIES")
    void eachPackageIsEitherExportedOrListedAsInternal(String artifact) throws IOException {
        ModuleDescriptor module = module(artifact);
        Set<String> neither = new TreeSet<>(module.packages());
        neither.removeAll(exported(module));
        neither.removeAll(internal());

        assertThat(neither)
                .as("packages that module-info.java of %s does not export, and %s does not list", artifact, INTERNAL)
                .isEmpty();
        assertThat(internal()).doesNotContainAnyElementsOf(exported(module));
    }

    @Test
    void whatIsListedAsInternalExists() throws IOException {
        Set<String> packages = Repository.LIBRARIES.stream()
                .flatMap(artifact -> module(artifact).packages().stream())
                .collect(Collectors.toSet());

        assertThat(packages).containsAll(internal());
    }

    private static ModuleDescriptor module(String artifact) {
        return ModuleFinder.of(Repository.jar(artifact))
                .findAll()
                .iterator()
                .next()
                .descriptor();
    }

    private static Set<String> exported(ModuleDescriptor module) {
        return module.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    private static Set<String> internal() throws IOException {
        try (InputStream list = ModuleDescriptorIT.class.getResourceAsStream(INTERNAL)) {
            return new String(list.readAllBytes(), UTF_8).lines().collect(Collectors.toSet());
        }
    }
}
