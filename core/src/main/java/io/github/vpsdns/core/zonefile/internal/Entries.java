// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file apart into entries (RFC 1035 section 5.1): comments, quotes, parentheses, escapes. After a mistake it goes on at
 * the next line, so that there is one message for each. Not thread-safe.
 */
public final class Entries {
    /** A parenthesis that nobody closes must not fill the memory. */
    private static final int LONGEST = 1 << 20;

    private static final int END = -1;

    private final InputStream in;
    private final Complaints mistakes;
    private final StringBuilder word = new StringBuilder();
    private int line = 1;
    private int ahead;
    private boolean ended;

    /** What is told of mistakes. */
    @FunctionalInterface
    public interface Complaints {
        void add(int line, String text);
    }

    public Entries(InputStream stream, Complaints mistakes) throws IOException {
        this.in = new BufferedInputStream(stream);
        this.mistakes = mistakes;
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        boolean isByteOrderMark =
                mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf;
        if (!isByteOrderMark) {
            in.reset();
        }
        this.ahead = in.read();
    }

    /** Returns the next entry that has words; null at the end of the file. */
    @Nullable
    public Entry next() throws IOException {
        while (!ended) {
            Entry entry = read();
            if (entry != null && !entry.words().isEmpty()) {
                return entry;
            }
        }
        return null;
    }

    /** Null for an entry with a mistake, which has been told. */
    private @Nullable Entry read() throws IOException {
        List<Word> words = new ArrayList<>();
        boolean indented = ahead == ' ' || ahead == '\t';
        int first = line;
        int open = 0;
        int opened = line;
        int length = 0;
        while (ahead != END && (ahead != '\n' || open > 0)) {
            if (words.isEmpty()) {
                first = line;
            }
            if (ahead == ' ' || ahead == '\t' || ahead == '\r' || ahead == '\n') {
                take();
            } else if (ahead == ';') {
                skipLine();
            } else if (ahead == '(') {
                opened = open == 0 ? line : opened;
                open++;
                take();
            } else if (ahead == ')') {
                if (open == 0) {
                    return wrong(line, "a ')' has no '(' before it");
                }
                open--;
                take();
            } else {
                Word next = ahead == '"' ? quoted() : plain();
                if (next == null) {
                    return null;
                }
                words.add(next);
                length += next.text().length() + 1;
            }
            if (length > LONGEST) {
                ended = true;
                return wrong(first, "an entry is longer than " + LONGEST + " bytes; is a ')' missing?");
            }
        }
        ended = ahead == END;
        if (open > 0) {
            return wrong(opened, "a '(' is never closed");
        }
        take();
        return new Entry(first, indented, words);
    }

    private @Nullable Word plain() throws IOException {
        word.setLength(0);
        while (ahead != END && " \t\r\n;()\"".indexOf(ahead) < 0) {
            if (!takeIntoWord()) {
                return null;
            }
        }
        return new Word(word.toString(), false);
    }

    private @Nullable Word quoted() throws IOException {
        word.setLength(0);
        take();
        while (ahead != '"') {
            if (ahead == END || ahead == '\n') {
                wrong(line, "a quoted text does not end on its line; a '\"' is missing");
                return null;
            }
            if (!takeIntoWord()) {
                return null;
            }
        }
        take();
        return new Word(word.toString(), true);
    }

    /** A character, or a backslash with the one that it escapes. */
    private boolean takeIntoWord() throws IOException {
        if (word.length() > LONGEST) {
            ended = true;
            wrong(line, "a word is longer than " + LONGEST + " bytes");
            return false;
        }
        int c = take();
        word.append((char) c);
        if (c == '\\') {
            if (ahead == END || ahead == '\n' || ahead == '\r') {
                wrong(line, "a line ends in a backslash; expected a character after it");
                return false;
            }
            word.append((char) take());
        }
        return true;
    }

    private @Nullable Entry wrong(int where, String text) throws IOException {
        mistakes.add(where, text);
        skipLine();
        ended = ended || ahead == END;
        take();
        return null;
    }

    private void skipLine() throws IOException {
        while (ahead != END && ahead != '\n') {
            take();
        }
    }

    private int take() throws IOException {
        int c = ahead;
        if (c == '\n') {
            line++;
        }
        if (c != END) {
            ahead = in.read();
        }
        return c;
    }
}
