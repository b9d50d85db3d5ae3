// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of certbot's {@code renewal/NAME.conf}, of which the section {@code [renewalparams]} matters here. The form is that of
 * Python's ConfigObj: {@code key = value}, where a value may be in quotes.
 */
final class RenewalConf {
    private static final Pattern SECTION = Pattern.compile("\\[+\\s*(.*?)\\s*]+\\s*(#.*)?");
    private static final Pattern ENTRY = Pattern.compile("([^=]+?)\\s*=\\s*(.*)");
    private static final Pattern QUOTED = Pattern.compile("(\"\"\"|'''|\"|')(?<text>.*?)\\1\\s*(,\\s*)?(#.*)?");

    private final Path file;
    private final Map<String, String> parameters;

    private RenewalConf(Path file, Map<String, String> parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    static RenewalConf read(Path file) {
        return parse(file, ForeignFiles.text(file));
    }

    static RenewalConf parse(Path file, String text) {
        Map<String, String> parameters = new HashMap<>();
        String section = "";
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher head = SECTION.matcher(line);
            if (head.matches()) {
                section = head.group(1);
                continue;
            }
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                throw new MigrationException(
                        "'" + file + "' line " + number + " is neither a section nor 'name = value'", null);
            }
            if (section.equals("renewalparams")) {
                parameters.put(unquoted(entry.group(1)), unquoted(entry.group(2)));
            }
        }
        if (parameters.isEmpty()) {
            throw new MigrationException(
                    "'" + file + "' has no section [renewalparams]; it is no renewal file of certbot's", null);
        }
        return new RenewalConf(file, parameters);
    }

    Path file() {
        return file;
    }

    /** Returns a parameter; certbot writes {@code None} for one that has no value. */
    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty() && !text.equals("None"));
    }

    boolean flag(String name) {
        return value(name).filter(text -> text.equalsIgnoreCase("true")).isPresent();
    }

    private static String unquoted(String raw) {
        Matcher quoted = QUOTED.matcher(raw);
        if (quoted.matches()) {
            return quoted.group("text");
        }
        int comment = raw.indexOf('#');
        return (comment < 0 ? raw : raw.substring(0, comment)).strip();
    }
}
