// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.ddns.service.AgentMetricNames;
import io.github.vpsdns.cli.documentation.Document.Piece;
import io.github.vpsdns.cli.renewal.RenewalMetricNames;
import io.github.vpsdns.cli.webhook.service.ServerMetricNames;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The metrics in the documentation are those of the program. Where several stand together, what they have in common is written once:
 * {@code …_failures} is of the same service as the one before, and an ellipsis inside stands for any words.
 */
class MetricsTest {
    private static final String ELLIPSIS = "…";
    private static final Pattern NAME =
            Pattern.compile("\\b(vpsdns_(?:(?:acme|ddns|webhook)_|(?=api_|build_)))[a-z_]+|^…_[a-z_]+…?$");

    @Test
    void everyMetricThatIsDocumentedExists() {
        Set<String> unknown = documented();
        Set<String> known = metrics();

        unknown.removeIf(pattern -> known.stream().anyMatch(name -> name.matches(pattern)));

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyMetricThatExistsIsDocumented() {
        Set<String> documented = documented();
        Set<String> forgotten = metrics();

        forgotten.removeIf(name -> documented.stream().anyMatch(name::matches));

        assertThat(forgotten).isEmpty();
    }

    private static Set<String> metrics() {
        return Stream.of(AgentMetricNames.all(), ServerMetricNames.all(), RenewalMetricNames.all())
                .flatMap(Set::stream)
                .filter(name -> name.startsWith("vpsdns_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> documented() {
        Set<String> patterns = new LinkedHashSet<>();
        for (Document page : Document.all()) {
            String service = "";
            for (Piece piece :
                    Stream.concat(page.codes().stream(), page.blocks().stream()).toList()) {
                Matcher names = NAME.matcher(piece.text());
                while (names.find()) {
                    service = names.group(1) == null ? service : names.group(1);
                    String name = names.group();
                    boolean shortened = name.startsWith(ELLIPSIS);
                    patterns.add(
                            (shortened ? service + "[a-z_]*" + name.substring(2) : name).replace(ELLIPSIS, "[a-z_]+"));
                }
            }
        }
        return patterns;
    }
}
