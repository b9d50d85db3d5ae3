// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.dns.Dig;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Whatever text a record holds, BIND answers exactly that, and so do our own servers. */
@NeedsPrograms({"named", "rndc"})
class ZoneFileEscapingTest {
    private static final long SEED = 20260115;
    private static final int VALUES = 150;
    private static final String AWKWARD = "\"\\;()@$ \t\n\r.*#{}'%\u007f\u0001äß漢\uD83D\uDE00";

    private static String randomText(Random random) {
        int length = random.nextInt(10) == 0 ? 200 + random.nextInt(400) : random.nextInt(40);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            if (random.nextBoolean()) {
                text.append((char) (' ' + random.nextInt(95)));
            } else {
                int at = random.nextInt(AWKWARD.codePointCount(0, AWKWARD.length()));
                text.appendCodePoint(AWKWARD.codePoints().skip(at).findFirst().orElseThrow());
            }
        }
        return text.toString();
    }

    private static String answered(Dig dig, String name) {
        TXTRecord txt =
                (TXTRecord) dig.ask(name, "TXT").getSection(Section.ANSWER).get(0);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        txt.getStringsAsByteArrays().forEach(joined::writeBytes);
        return joined.toString(StandardCharsets.UTF_8);
    }

    @Test
    void bindAnswersExactlyTheTextThatIsStored() {
        Random random = new Random(SEED);
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < VALUES; i++) {
            texts.put("n" + i + ".example.com", randomText(random));
        }
        try (NamedServer named = NamedServer.start();
                Sandbox sandbox = Sandbox.builder()
                        .withoutAcme()
                        .bind(named.target())
                        .zone("example.com")
                        .start()) {
            texts.forEach((name, text) -> sandbox.zones().add("example.com", name, "TXT", text));
            sandbox.zones().add("example.com", "last", "TXT", "done");
            Dig bind = new Dig(named.address());
            await().until(() -> !bind.values("last.example.com", "TXT").isEmpty());

            texts.forEach((name, text) ->
                    assertThat(answered(bind, name)).as("BIND on %s", name).isEqualTo(text));
            texts.forEach((name, text) -> assertThat(answered(Dig.at(sandbox), name))
                    .as("own server on %s", name)
                    .isEqualTo(text));
        }
    }
}
