// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Bytes to the one document that they must be. */
final class YamlDocument {
    /** Deep enough for any configuration; the composer recurses. */
    private static final int MOST_DEEP = 30;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setUseMarks(true)
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private YamlDocument() {}

    /** Returns empty if a mistake makes it pointless to look at the values. */
    static Optional<YamlValue> parse(byte[] content, Mistakes mistakes) {
        String text = text(content, mistakes);
        if (!mistakes.isEmpty() || !isOneDocument(text, mistakes)) {
            return Optional.empty();
        }
        return new Compose(SETTINGS)
                .composeString(text)
                .map(node -> new YamlValue(node, YamlValue.line(node), "", mistakes));
    }

    private static String text(byte[] content, Mistakes mistakes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(bytes, chars, true);
        chars.flip();
        String text = chars.toString();
        if (result.isError()) {
            mistakes.add(lineAt(text, text.length()), "", "the text is not UTF-8 here; save the file as UTF-8");
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static boolean isOneDocument(String text, Mistakes mistakes) {
        try {
            Walk walk = new Walk(mistakes);
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                if (!walk.step(event)) {
                    return false;
                }
            }
            if (walk.documents == 0) {
                mistakes.add(0, "", "it is empty; expected a configuration");
            }
        } catch (MarkedYamlEngineException e) {
            mistakes.add(e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0), "", Syntax.explain(e, text));
        } catch (ReaderException e) {
            String character = String.format("U+%04X", e.getCodePoint());
            mistakes.add(lineAt(text, e.getPosition()), "", "the character " + character + " is not allowed in YAML");
        } catch (YamlEngineException e) {
            mistakes.add(0, "", "it is not YAML: " + e.getMessage());
        }
        return mistakes.isEmpty();
    }

    private static int lineAt(String text, int codePoints) {
        return 1
                + (int) text.codePoints()
                        .limit(codePoints)
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Looks at the events of a file, which takes no recursion, before anything is made of them. */
    private static final class Walk {
        private final Mistakes mistakes;
        private int documents;
        private int depth;

        Walk(Mistakes mistakes) {
            this.mistakes = mistakes;
        }

        /** Returns whether to go on. */
        boolean step(Event event) {
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                return refuse(event, "a second document begins here; expected one document without '---' in it");
            }
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                return refuse(
                        event,
                        "anchors (&) and aliases (*) are not accepted; write the value out, or in quotes"
                                + " if it is to begin with such a sign");
            }
            if (event instanceof CollectionStartEvent && ++depth > MOST_DEEP) {
                return refuse(event, "maps and lists are nested more than " + MOST_DEEP + " deep");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            return true;
        }

        private boolean refuse(Event event, String text) {
            mistakes.add(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0), "", text);
            return false;
        }
    }
}
