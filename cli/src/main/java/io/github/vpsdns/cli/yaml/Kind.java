// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a node is, by the core schema (YAML 1.2.2 section 10.3). */
enum Kind {
    TEXT("text"),
    NUMBER("a number"),
    DECIMAL("a number with a fraction"),
    BOOLEAN("true or false"),
    NOTHING("nothing"),
    MAP("a map of keys and values"),
    LIST("a list"),
    FOREIGN("something with a tag of its own");

    private static final Map<Tag, Kind> SCALARS =
            Map.of(Tag.STR, TEXT, Tag.INT, NUMBER, Tag.FLOAT, DECIMAL, Tag.BOOL, BOOLEAN, Tag.NULL, NOTHING);

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    static Kind of(Node node) {
        if (node instanceof MappingNode) {
            return node.getTag().equals(Tag.MAP) ? MAP : FOREIGN;
        }
        if (node instanceof SequenceNode) {
            return node.getTag().equals(Tag.SEQ) ? LIST : FOREIGN;
        }
        return SCALARS.getOrDefault(node.getTag(), FOREIGN);
    }

    @Override
    public String toString() {
        return words;
    }
}
