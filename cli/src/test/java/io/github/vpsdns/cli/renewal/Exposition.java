// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics as a reader of Prometheus' text format 0.0.4 takes them, which accepts nothing else. */
record Exposition(String text, Map<String, Double> values) {
    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .+");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge)");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)((?:\\{" + LABEL + "(?:," + LABEL + ")*,?})?) (-?[0-9.]+(?:E-?[0-9]+)?)");

    static Exposition parse(String text) {
        assertThat(text).endsWith("\n");
        Map<String, Double> values = new HashMap<>();
        Set<String> typed = new HashSet<>();
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                assertThat(typed.add(type.group(1))).as("one TYPE for " + line).isTrue();
            } else if (sample.matches()) {
                assertThat(typed).as("a TYPE before " + line).contains(sample.group(1));
                assertThat(values.put(sample.group(1) + sample.group(2), Double.valueOf(sample.group(3))))
                        .as("one sample of " + line)
                        .isNull();
            } else {
                assertThat(line).matches(HELP);
            }
        }
        return new Exposition(text, values);
    }

    double value(String sample) {
        assertThat(values).containsKey(sample);
        return values.get(sample);
    }
}
