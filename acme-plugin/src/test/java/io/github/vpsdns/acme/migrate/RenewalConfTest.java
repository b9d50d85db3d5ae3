// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalConfTest {
    private static final Path FILE = Path.of("example.com.conf");

    private static RenewalConf conf(String line) {
        return RenewalConf.parse(FILE, "version = 2.1.0\n[renewalparams]\n" + line + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x = plain | plain",
                "x=tight | tight",
                "x = two words # a comment | two words",
                "x = \"in quotes, with a comma\" | in quotes, with a comma",
                "x = 'in others' # a comment | in others",
                "x = '''both ' and \"''' | both ' and \"",
                "x = \"a # inside\" | a # inside",
                "x = echo \"a\" > b; true | echo \"a\" > b; true",
                "x = a = b | a = b",
                "\"x\" = quoted name | quoted name"
            })
    void readsValuesAsConfigObjWritesThem(String line, String value) {
        assertThat(conf(line).value("x")).hasValue(value);
    }

    @Test
    void takesNoneForNoValue() {
        assertThat(conf("x = None").value("x")).isEmpty();
        assertThat(conf("x =").value("x")).isEmpty();
        assertThat(conf("y = 1").value("x")).isEmpty();
    }

    @Test
    void leavesTheOtherSectionsAside() {
        RenewalConf conf = RenewalConf.parse(
                FILE, "server = top\n[renewalparams]\nserver = right\n[[webroot_map]]\nserver = /var/www\n");

        assertThat(conf.value("server")).hasValue("right");
    }

    @Test
    void refusesWhatIsNoRenewalFile() {
        assertThatThrownBy(() -> RenewalConf.parse(FILE, "cert = x\n"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("'example.com.conf' has no section [renewalparams]; it is no renewal file of certbot's");
        assertThatThrownBy(() -> conf("nonsense"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("'example.com.conf' line 3 is neither a section nor 'name = value'");
    }
}
