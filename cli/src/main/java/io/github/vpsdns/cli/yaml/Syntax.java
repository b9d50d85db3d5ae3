// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the parser complains of, in words for those who do not know its grammar; never with the line's own words. */
final class Syntax {
    private Syntax() {}

    static String explain(MarkedYamlEngineException wrong, String text) {
        String problem = String.valueOf(wrong.getProblem());
        if (hasTab(wrong.getProblemMark(), text)) {
            return "there is a tab; YAML is indented with spaces";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a second ': ' on this line, or the indentation is not that of the line before; put the value in quotes,"
                    + " or begin a line in the same column as its neighbours";
        }
        if (problem.contains("could not find expected ':'")) {
            return "there is no ': ' behind the key" + context(wrong);
        }
        if (problem.contains("expected <block end>")) {
            return "the indentation does not fit the lines before" + context(wrong);
        }
        if (problem.contains("unexpected end of stream") || problem.contains("expected the node content")) {
            return "something is not finished here, such as a quotation or a list in brackets" + context(wrong);
        }
        if (problem.contains("that cannot start any token")) {
            return "a value begins with a character that means something else in YAML; put it in quotes";
        }
        return "this is not YAML: " + quoteless(problem).toLowerCase(Locale.ROOT) + context(wrong);
    }

    private static String context(MarkedYamlEngineException wrong) {
        Optional<Mark> begin = wrong.getContextMark();
        Optional<Mark> end = wrong.getProblemMark();
        return begin.isPresent()
                        && end.isPresent()
                        && begin.get().getLine() != end.get().getLine()
                ? ", counted from line " + (begin.get().getLine() + 1)
                : "";
    }

    /** What the parser quotes may be a secret that lost its quotation marks. */
    private static String quoteless(String problem) {
        int quote = problem.indexOf('\'');
        return (quote < 0 ? problem : problem.substring(0, quote))
                .strip()
                .replaceAll("(?s)[,;:]?\\s*(but )?found\\b.*$", "");
    }

    private static boolean hasTab(Optional<Mark> mark, String text) {
        return mark.filter(where -> text.lines()
                        .skip(where.getLine())
                        .findFirst()
                        .filter(line -> line.strip().length() < line.length()
                                && line.indexOf('\t') >= 0
                                && line.substring(
                                                        0,
                                                        line.length()
                                                                - line.stripLeading()
                                                                        .length())
                                                .indexOf('\t')
                                        >= 0)
                        .isPresent())
                .isPresent();
    }
}
