// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics as a reader of Prometheus' text format 0.0.4 takes them, which accepts nothing else. */
public record Exposition(String text, Map<String, Double> values) {
    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .+");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)((?:\\{" + LABEL + "(?:," + LABEL + ")*,?})?) (-?[0-9.]+(?:E-?[0-9]+)?)");

    /** Reads it, and fails at the first line that is no such text. */
    public static Exposition parse(String text) {
        assertThat(text).endsWith("\n");
        Map<String, Double> values = new HashMap<>();
        Set<String> typed = new HashSet<>();
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                assertThat(typed.add(type.group(1))).as("one TYPE for " + line).isTrue();
            } else if (sample.matches()) {
                String family = sample.group(1).replaceFirst("(?<=_seconds)_(bucket|sum|count)$", "");
                assertThat(typed).as("a TYPE before " + line).contains(family);
                assertThat(values.put(sample.group(1) + sample.group(2), Double.valueOf(sample.group(3))))
                        .as("one sample of " + line)
                        .isNull();
            } else {
                assertThat(line).matches(HELP);
            }
        }
        return new Exposition(text, values);
    }

    /** Returns the value of a sample, written as in the text. */
    public double value(String sample) {
        assertThat(values).containsKey(sample);
        return values.get(sample);
    }
}
