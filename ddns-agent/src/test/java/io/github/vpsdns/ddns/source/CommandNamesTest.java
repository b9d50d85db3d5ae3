// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "curl -u me:secret https://example.com; command:curl",
                "  /usr/local/bin/wan; command:/usr/local/bin/wan",
                "TOKEN=secret curl https://example.com; command:curl",
                "A=secret B='sec ret' C=\"sec \\\" ret\" D= curl x; command:curl",
                "TOKEN=sec\\ ret curl x; command:curl",
                "TOKEN=se'c r'et ip addr | sed x; command:ip",
                "wan|head; command:wan"
            })
    void showsTheProgramWithoutItsVariablesAndArguments(String line, String shown) {
        assertThat(new SourceSpec.Command(line)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOKEN=secret",
                "TOKEN=$(printf x secret ) curl",
                "TOKEN=`printf x secret ` curl",
                "TOKEN=\"$(printf \"x secret \")\" curl",
                "TOKEN='secret curl x",
                "TOKEN[1]=secret; curl",
                "{ token=secret; }",
                "'/opt/my secret/wan' x"
            })
    void showsNothingOfALineThatIsNotPlain(String line) {
        assertThat(new SourceSpec.Command(line)).hasToString("command");
    }

    @Test
    void takesNoMoreThanAMomentForALongLine() {
        assertThat(new SourceSpec.Command("A=" + "x".repeat(100_000) + " " + "B=\"y\" ".repeat(10_000) + "("))
                .hasToString("command");
    }
}
