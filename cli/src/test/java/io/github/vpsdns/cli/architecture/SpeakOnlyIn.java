// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Public methods and constructors take, return and throw types of the given packages only. */
final class SpeakOnlyIn extends ArchCondition<JavaClass> {
    private final PackageMatchers packages;

    SpeakOnlyIn(String... packages) {
        super("use only types of " + String.join(", ", packages) + " in public signatures");
        this.packages = PackageMatchers.of(packages);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(unit -> spoken(unit)
                        .map(JavaClass::getBaseComponentType)
                        .filter(used -> !used.isPrimitive() && !packages.test(used.getPackageName()))
                        .forEach(used -> events.add(SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " shows the type " + used.getFullName()))));
    }

    private static Stream<JavaClass> spoken(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }
}
