// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFileNameTest {
    @ParameterizedTest
    @CsvSource({
        "https://acme-v02.api.letsencrypt.org/directory, acme-v02.api.letsencrypt.org_directory",
        "https://ACME.example/, acme.example_",
        "https://localhost:14000/dir, localhost%3A14000_dir",
        "https://a.example/x_y, a.example_x%5Fy",
        "https://a.example/x/y, a.example_x_y",
        "https://a.example/x%2Fy?z=1, a.example_x%252Fy%3Fz%3D1",
        "https://a.example/../../etc, a.example_.._.._etc",
    })
    void isHostAndPathInCharactersThatAreSafe(String server, String name) {
        assertThat(ServerFileName.of(URI.create(server))).isEqualTo(name);
    }

    @Test
    void refusesWhatHasNoHost() {
        assertThatThrownBy(() -> ServerFileName.of(URI.create("letsencrypt")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'letsencrypt' is not the URL of an ACME directory; expected https://host/path");
    }
}
