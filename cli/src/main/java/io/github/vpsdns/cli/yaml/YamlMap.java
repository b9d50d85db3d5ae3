// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A map in a file whose keys are all known. Not thread-safe. */
public final class YamlMap {
    private final YamlValue whole;
    private final Map<String, YamlValue> values;

    private YamlMap(YamlValue whole, Map<String, YamlValue> values) {
        this.whole = whole;
        this.values = values;
    }

    static YamlMap of(YamlValue whole, MappingNode map, List<String> known) {
        Map<String, YamlValue> values = new HashMap<>();
        for (NodeTuple entry : map.getValue()) {
            add(whole, entry, known, values);
        }
        return new YamlMap(whole, values);
    }

    /**
     * Returns the map as a value, to note mistakes of the map as a whole.
     *
     * @return the value that was read as this map
     */
    public YamlValue whole() {
        return whole;
    }

    /**
     * Returns what a key has.
     *
     * @param key one of the known keys
     * @return its value, or empty if the key is not there
     */
    public Optional<YamlValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * Reads a scalar.
     *
     * @param key one of the known keys
     * @param scalar what it may be
     * @param <T> the type of the value
     * @return the value, or empty if the key is not there or its value not usable
     */
    public <T> Optional<T> read(String key, Scalar<T> scalar) {
        return get(key).flatMap(value -> value.read(scalar));
    }

    private static void add(YamlValue whole, NodeTuple entry, List<String> known, Map<String, YamlValue> values) {
        Node key = entry.getKeyNode();
        int line = YamlValue.line(key);
        if (!(key instanceof ScalarNode written)) {
            whole.mistakes().add(line, whole.path(), "a key is not text; expected one of " + String.join(", ", known));
            return;
        }
        String name = written.getValue();
        if (!known.contains(name)) {
            whole.mistakes()
                    .add(
                            line,
                            whole.path(),
                            "there is no key " + Words.quoted(name) + Scalar.hint(name, known) + expected(name, known));
            return;
        }
        String path = whole.path().isEmpty() ? name : whole.path() + "." + name;
        YamlValue value = new YamlValue(entry.getValueNode(), line(entry), path, whole.mistakes());
        YamlValue former = values.putIfAbsent(name, value);
        if (former != null) {
            whole.mistakes()
                    .add(line, path, "the key is there twice, on line " + former.line() + " too; expected it once");
        }
    }

    /** A map or list begins on the line after its key; people look for the key. */
    private static int line(NodeTuple entry) {
        return YamlValue.line(entry.getValueNode() instanceof ScalarNode ? entry.getValueNode() : entry.getKeyNode());
    }

    private static String expected(String name, List<String> known) {
        return Words.near(name, known).isPresent() ? "" : "; expected one of " + String.join(", ", known);
    }
}
