// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import io.github.vpsdns.core.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may issue, and on what terms: the value of CAA records (RFC 8659 sections 4.2 and 4.3) and of persistent proofs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param issuer the CA's domain name in lower case; empty if no CA is meant
 * @param parameters in the order written, all of them, also those that nobody here understands
 */
public record IssueValue(Optional<String> issuer, List<Parameter> parameters) {
    private static final String LABEL = "[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*";
    private static final Pattern ISSUER = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern TAG = Pattern.compile(LABEL);
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x3a\\x3c-\\x7e]*");
    private static final Pattern PARAMETER = Pattern.compile("(" + LABEL + ")[ \\t]*=[ \\t]*(" + VALUE.pattern() + ")");

    /**
     * Checks and copies the parts.
     *
     * @throws InvalidValueException if the issuer is not a domain name as RFC 8659 has it
     */
    public IssueValue {
        issuer = issuer.map(name -> name.toLowerCase(Locale.ROOT));
        issuer.filter(name -> !ISSUER.matcher(name).matches()).ifPresent(name -> {
            throw new InvalidValueException("'" + name
                    + "' is not an issuer's domain name; expected labels of letters, digits and inner hyphens,"
                    + " such as letsencrypt.org");
        });
        parameters = List.copyOf(parameters);
    }

    /**
     * One of the terms.
     *
     * @param tag what it is about, letters, digits and inner hyphens; its case does not matter
     * @param value printable ASCII without spaces and semicolons, may be empty
     */
    public record Parameter(String tag, String value) {
        /**
         * Checks the parts.
         *
         * @throws InvalidValueException if they do not fit RFC 8659 section 4.2
         */
        public Parameter {
            if (!TAG.matcher(tag).matches()) {
                throw new InvalidValueException(
                        "'" + tag + "' is not a parameter's name; expected letters, digits and inner hyphens");
            }
            if (!VALUE.matcher(value).matches()) {
                throw new InvalidValueException("the parameter " + tag + " has a value that cannot be written: '"
                        + value + "'; expected printable ASCII without spaces and semicolons");
            }
        }

        boolean isAbout(String otherTag) {
            return tag.equalsIgnoreCase(otherTag);
        }

        @Override
        public String toString() {
            return tag + "=" + value;
        }
    }

    /**
     * Names a CA.
     *
     * @param issuer its domain name
     * @param parameters the terms
     * @return the value
     * @throws InvalidValueException if the issuer is not a domain name as RFC 8659 has it
     */
    public static IssueValue of(String issuer, Parameter... parameters) {
        return new IssueValue(Optional.of(issuer), List.of(parameters));
    }

    /**
     * Reads a value.
     *
     * @param text as it stands in the record, without quotes
     * @return the value
     * @throws InvalidValueException if it does not fit RFC 8659 section 4.2; CAs then take it for one that names no issuer
     */
    public static IssueValue parse(String text) {
        int semicolon = text.indexOf(';');
        String issuer = trim(semicolon < 0 ? text : text.substring(0, semicolon));
        String rest = semicolon < 0 ? "" : trim(text.substring(semicolon + 1));
        List<Parameter> parameters = new ArrayList<>();
        if (!rest.isEmpty()) {
            for (String part : rest.split(";", -1)) {
                Matcher parameter = PARAMETER.matcher(trim(part));
                if (!parameter.matches()) {
                    throw new InvalidValueException("'" + trim(part) + "' in '" + text
                            + "' is not a parameter; expected tag=value, with one semicolon between two");
                }
                parameters.add(new Parameter(parameter.group(1), parameter.group(2)));
            }
        }
        return new IssueValue(issuer.isEmpty() ? Optional.empty() : Optional.of(issuer), parameters);
    }

    /**
     * Returns what is said about one thing.
     *
     * @param tag in any case
     * @return the values of all parameters with that tag, in order; usually one or none
     */
    public List<String> parameter(String tag) {
        return parameters.stream()
                .filter(parameter -> parameter.isAbout(tag))
                .map(Parameter::value)
                .toList();
    }

    /**
     * Returns the value as it stands in a record, without quotes.
     *
     * @return such as {@code letsencrypt.org; validationmethods=dns-01}, or {@code ;} if it says nothing
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(issuer.orElse(""));
        parameters.forEach(parameter -> text.append("; ").append(parameter));
        return text.isEmpty() ? ";" : text.toString();
    }

    /** Only what RFC 5234 calls WSP. */
    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
