// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import io.github.vpsdns.core.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a file, before it is known what it is. Each way of reading it notes a mistake where the value is something else, and
 * returns what stands for nothing. Not thread-safe.
 */
public final class YamlValue {
    private final Node node;
    private final int line;
    private final String path;
    private final Mistakes mistakes;

    YamlValue(Node node, int line, String path, Mistakes mistakes) {
        this.node = node;
        this.line = line;
        this.path = path;
        this.mistakes = mistakes;
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /**
     * Tells whether it is a map.
     *
     * @return whether {@link #map} can read it
     */
    public boolean isMap() {
        return Kind.of(node) == Kind.MAP;
    }

    /**
     * Tells whether it is a list.
     *
     * @return whether {@link #list} can read it
     */
    public boolean isList() {
        return Kind.of(node) == Kind.LIST;
    }

    /**
     * Notes that something is wrong here.
     *
     * @param text what is wrong and what is expected, one clause
     */
    public void wrong(String text) {
        mistakes.add(line, path, text);
    }

    /**
     * Reads a map, of which all keys must be known. Keys that are unknown, or there twice, are mistakes.
     *
     * @param keys the known keys, in the order to tell them
     * @return the map, or empty if it is none
     */
    public Optional<YamlMap> map(String... keys) {
        if (!(node instanceof MappingNode map) || !isMap()) {
            wrongKind("a map with the keys " + String.join(", ", keys));
            return Optional.empty();
        }
        return Optional.of(YamlMap.of(this, map, List.of(keys)));
    }

    /**
     * Reads a list.
     *
     * @param most how many elements it may have
     * @param of what its elements are, to stand after "a list of"
     * @return the elements; none if it is no list, is empty or too long
     */
    public List<YamlValue> list(int most, String of) {
        if (!(node instanceof SequenceNode list) || !isList()) {
            wrongKind("a list of " + of);
            return List.of();
        }
        int size = list.getValue().size();
        if (size == 0 || size > most) {
            wrong("a list of " + size + " is refused; expected 1 to " + most + " " + of);
            return List.of();
        }
        List<YamlValue> elements = new ArrayList<>(size);
        for (Node element : list.getValue()) {
            elements.add(new YamlValue(element, line(element), path + "[" + elements.size() + "]", mistakes));
        }
        return elements;
    }

    /**
     * Reads a list, or the one element that it would have.
     *
     * @param most how many elements it may have
     * @param of what its elements are, to stand after "a list of"
     * @return the elements; none if it is an empty list or too long
     */
    public List<YamlValue> oneOrMore(int most, String of) {
        return isList() ? list(most, of) : List.of(this);
    }

    /**
     * Reads a scalar.
     *
     * @param scalar what it may be
     * @param <T> the type of the value
     * @return the value, or empty if it is not usable
     */
    public <T> Optional<T> read(Scalar<T> scalar) {
        Kind kind = Kind.of(node);
        if (!(node instanceof ScalarNode written) || !scalar.accepts(kind)) {
            String hint = kind == Kind.TEXT || kind == Kind.MAP || kind == Kind.LIST ? "" : quotes(scalar);
            wrongKind(scalar.expected() + hint);
            return Optional.empty();
        }
        try {
            return Optional.of(scalar.read(written.getValue()));
        } catch (InvalidValueException e) {
            wrong(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    int line() {
        return line;
    }

    String path() {
        return path;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    private static String quotes(Scalar<?> scalar) {
        return scalar.accepts(Kind.TEXT) ? ", in quotes if it looks like something else" : "";
    }

    private void wrongKind(String expected) {
        Kind kind = Kind.of(node);
        wrong(
                kind == Kind.NOTHING
                        ? "it has no value; expected " + expected
                        : "this is " + kind + "; expected " + expected);
    }
}
