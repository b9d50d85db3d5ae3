// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON: members in the order of the components, names in snake_case, absent values as {@code null}. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Json() {}

    /**
     * Returns a record as a document.
     *
     * @param document a record whose components become snake_case members
     * @return one line without its end
     */
    public static String text(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    static void print(PrintStream out, Object document) {
        byte[] line = (text(document) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.flush();
    }

    static void printArray(PrintStream out, Stream<?> elements) {
        // Not closed on failure on purpose: closing would end the array and make it look whole.
        SequenceWriter array = MAPPER.writer().writeValuesAsArray(out);
        elements.forEach(array::write);
        array.close();
        out.println();
        out.flush();
    }
}
