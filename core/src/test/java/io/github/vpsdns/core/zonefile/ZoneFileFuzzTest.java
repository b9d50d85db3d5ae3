// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.RandomValues;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody has damaged end in a zone file or in {@link ZoneFileException}, and in nothing else. */
class ZoneFileFuzzTest {
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "\"",
            "\\",
            "\\0",
            "\\25",
            "\n",
            "\r",
            "\t",
            " ",
            ";",
            "$",
            "@",
            ".",
            "..",
            "*",
            "$ORIGIN ",
            "$TTL ",
            "$GENERATE 1-3 ",
            "$INCLUDE x",
            "${",
            "}",
            "${0,9,n}",
            "\\# 4 ",
            "IN ",
            "CH ",
            "CNAME ",
            "SOA ",
            "TXT ",
            "0",
            "-1",
            "2147483648",
            "99999999999999999999",
            "1w",
            "ü",
            "\u0000",
            "\u00ff",
            "xn--",
            "TYPE65535 ",
            "TYPE99999 ");

    private static final String CORNERS = """
            $TTL 60
            $GENERATE 1-3 h$ A 192.0.2.$
            a MX (
             10 b ) ; c
              TXT "x\\"y" z
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsOrRefusesWhateverItIs(long seed) {
        RandomValues random = new RandomValues(seed);
        List<byte[]> whole = Stream.generate(() -> whole(random)).limit(100).toList();
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] file = random.oneOf(whole);
            for (int times = random.below(4); times >= 0 && file.length > 0; times--) {
                file = mutated(random, file);
            }
            try {
                ZoneFile read = ZoneFiles.read(new ZoneFileReader(ZoneFiles.ZONE), file);
                // What was read can be written, and then says the same.
                assertThat(ZoneFiles.said(
                                ZoneFiles.read(ZoneFiles.writer(read.records()).text())))
                        .hasSameSizeAs(read.records());
            } catch (ZoneFileException e) {
                refused++;
                assertThat(e.mistakes()).isNotEmpty().allMatch(mistake -> mistake.line() > 0);
                assertThat(e.lines()).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
            }
        }
        assertThat(refused).isBetween(500, 4_900);
    }

    private static byte[] whole(RandomValues random) {
        String text = random.below(3) == 0
                ? CORNERS
                : ZoneFiles.writer(ZoneFiles.random(random, 1 + random.below(6)))
                        .soa(ZoneFiles.soa())
                        .text();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutated(RandomValues random, byte[] file) {
        int at = random.below(file.length);
        int end = Math.min(file.length, at + random.below(40));
        byte[] part = Arrays.copyOfRange(file, at, end);
        return switch (random.below(5)) {
            case 0 -> with(file, at, at + 1, new byte[] {(byte) random.below(256)});
            case 1 -> with(file, at, at + 1, new byte[0]);
            case 2 -> with(file, at, end, new byte[0]);
            case 3 -> with(file, random.below(file.length), -1, part);
            default ->
                with(
                        file,
                        at,
                        -1,
                        random.oneOf(PIECES)
                                .getBytes(random.below(2) == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
        };
    }

    /** The file with the bytes in place of those from one place to another, or put in between if that is -1. */
    private static byte[] with(byte[] file, int from, int to, byte[] bytes) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(file, 0, from);
        changed.writeBytes(bytes);
        int rest = to < 0 ? from : to;
        changed.write(file, rest, file.length - rest);
        return changed.toByteArray();
    }
}
