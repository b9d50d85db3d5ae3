// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

class ExamplesTest {
    @Test
    void everyCommandThatDoesSomethingHasAnExampleOfItself() {
        List<CommandSpec> leaves = Commands.all(Manual.commands())
                .filter(command -> Commands.below(command).isEmpty())
                .toList();

        assertThat(leaves)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(Footer.of(command).lines())
                        .as(command.qualifiedName())
                        .anyMatch(line -> line.contains(command.qualifiedName())));
    }
}
