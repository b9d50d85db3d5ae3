// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class JsonTreeTest {
    private static final String EVERYTHING = """
            {"text":"a\\"\\\\\\u0007\\n\\u20ac\\ud83d\\ude00","none":null,"yes":true,"no":false,"int":-1,"long":12345678901,\
            "big":123456789012345678901234567890,"real":1.5,"small":1.0E-7,"list":[1,[2,[]],{"a":{}}],"":""}""";

    /** The mapper is the library's own way; here it is only not worth its memory. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Test
    void readsWhatAMapperReads() {
        assertThat(JsonTree.read(EVERYTHING)).isEqualTo(MAPPER.readTree(EVERYTHING));
        assertThat(JsonTree.readStrictly(EVERYTHING.getBytes(UTF_8))).isEqualTo(MAPPER.readTree(EVERYTHING));
    }

    @Test
    void writesWhatAMapperWrites() {
        assertThat(JsonTree.text(MAPPER.readTree(EVERYTHING)))
                .isEqualTo(MAPPER.writeValueAsString(MAPPER.readTree(EVERYTHING)));
        assertThat(JsonTree.indented(MAPPER.readTree(EVERYTHING)))
                .isEqualTo(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(EVERYTHING)));
    }

    @Test
    void takesNothingForAMissingValue() {
        assertThat(JsonTree.read(" \n").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "[1",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "[1,]",
                "{\"a\":1,}",
                "]",
                "1 2",
                "{} {}",
                "\"a",
                "nul",
                "NaN",
                "'a'",
                "{a:1}",
                "01",
                "\u0001"
            })
    void refusesWhatAMapperRefuses(String text) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> MAPPER.readTree(text));
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JsonTree.read(text));
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JsonTree.readStrictly(text.getBytes(UTF_8)));
    }

    @Test
    void refusesAnObjectWithTwoMembersOfOneNameOnlyIfStrict() {
        String twice = "{\"a\":1,\"a\":2}";

        assertThat(JsonTree.read(twice).path("a").asInt()).isEqualTo(2);
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> JsonTree.readStrictly(twice.getBytes(UTF_8)));
    }

    @Test
    void refusesWhatIsNestedBeyondAllReason() {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JsonTree.read("[".repeat(100_000)));
    }

    @Test
    void leavesTheParserAtTheEndOfTheValue() {
        try (JsonParser parser = JsonTree.parser(new ByteArrayInputStream("[{\"a\":[1]},2]".getBytes(UTF_8)))) {
            parser.nextToken();
            parser.nextToken();
            assertThat(JsonTree.value(parser)).hasToString("{\"a\":[1]}");
            parser.nextToken();
            assertThat(JsonTree.value(parser).asInt()).isEqualTo(2);
        }
    }
}
