// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.testing.RandomValues;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 1035 section 5.1: character strings in zone files. */
class QuotedTextTest {
    private static final Pattern CHUNK = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"abc\"|abc",
                "\"a\" \"b\"|ab",
                "\"a\"  \t \"b\" \"c\"|abc",
                "  \"a\"  |a",
                "\"a b\" \" c\"|a b c",
                "\"say \\\"hi\\\"\"|say \"hi\"",
                "\"back\\\\slash\"|back\\slash",
                "\"\\065\\066\"|AB",
                "\"\\195\\164\"|ä",
                "\"\\195\" \"\\164\"|ä",
                "\"ä\"|ä",
                "\"\\;\"|;",
                "\"\\ä\"|ä",
                "\"\\😀\"|😀",
                "\"\"|''",
            })
    void joinsQuotedStrings(String shown, String text) {
        assertThat(QuotedText.join(shown)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "v=spf1 include:_spf.google.com ~all",
                "\"open",
                "\"a\" b",
                "\"a\"\"b\"",
                "a \"quoted\" word",
                "back\\slash",
                "\\065",
                "\"ends in a backslash\\\"",
                " spaced ",
                "\"",
            })
    void leavesEverythingElseAsItIs(String text) {
        assertThat(QuotedText.join(text)).isEqualTo(text);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatThrownBy(() -> QuotedText.join("\"\\255\""))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void chunksHave255BytesAtMost() {
        assertThat(QuotedText.chunks("a".repeat(255))).isEqualTo("\"" + "a".repeat(255) + "\"");
        assertThat(QuotedText.chunks("a".repeat(256))).isEqualTo("\"" + "a".repeat(255) + "\" \"a\"");
    }

    @Test
    void chunksAreCutBetweenCharacters() {
        assertThat(QuotedText.chunks("a".repeat(254) + "ä")).isEqualTo("\"" + "a".repeat(254) + "\" \"ä\"");
    }

    @Test
    void joinsTheLongestTextWithoutTrouble() {
        String text = "\\\"x".repeat(20_000);
        assertThat(QuotedText.join(QuotedText.chunks(text))).isEqualTo(text);
        assertThat(QuotedText.join("\"" + "\\\"".repeat(500_000) + "\"")).hasSize(500_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyTextSurvivesTheRoundTrip(long seed) {
        RandomValues random = new RandomValues(seed);
        for (int i = 0; i < 300; i++) {
            String text = random.text();
            String chunks = QuotedText.chunks(text);
            assertThat(QuotedText.join(chunks)).isEqualTo(text);
            assertThat(CHUNK.matcher(chunks).results())
                    .allMatch(chunk -> QuotedText.join(chunk.group()).getBytes(StandardCharsets.UTF_8).length <= 255);
        }
    }
}
