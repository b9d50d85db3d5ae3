// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import java.util.ArrayList;
import java.util.List;

/**
 * As much of a shell's grammar as documentation uses: finds the simple commands of a text, with their words as the shell would hand them
 * over. Variables stay as they are written; commands inside of {@code $( )} are found as well. Used once.
 */
final class ShellText {
    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private final List<String> hereEnds = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean redirected;
    private boolean hereDocument;
    private int at;

    private ShellText(String text) {
        this.text = text;
    }

    static List<List<String>> commands(String text) {
        ShellText shell = new ShellText(text + "\n");
        shell.read();
        return shell.commands;
    }

    private void read() {
        while (at < text.length()) {
            char character = text.charAt(at);
            at++;
            switch (character) {
                case '\\' -> escaped();
                case '\'' -> quoted(text.indexOf('\'', at));
                case '"' -> doubleQuoted();
                case '$' -> dollar();
                case '#' -> comment();
                case ' ', '\t' -> endWord();
                case '\n' -> endLine();
                case ';', '&', '|', '(', ')', '{', '}' -> operator(character);
                case '<', '>' -> redirection(character);
                default -> add(character);
            }
        }
    }

    private void escaped() {
        if (text.charAt(at) == '\n') {
            at++;
        } else {
            add(text.charAt(at));
            at++;
        }
    }

    private void quoted(int end) {
        inWord = true;
        word.append(text, at, end);
        at = end + 1;
    }

    private void doubleQuoted() {
        inWord = true;
        while (text.charAt(at) != '"') {
            if (text.startsWith("$(", at)) {
                at++;
                substitution();
            } else {
                if (text.charAt(at) == '\\') {
                    at++;
                }
                word.append(text.charAt(at));
                at++;
            }
        }
        at++;
    }

    private void dollar() {
        if (text.charAt(at) == '(') {
            substitution();
        } else if (text.charAt(at) == '{') {
            int end = text.indexOf('}', at) + 1;
            word.append('$').append(text, at, end);
            at = end;
        } else {
            add('$');
        }
        inWord = true;
    }

    /** At the opening bracket of a substitution, whose commands are of interest and whose result is not known. */
    private void substitution() {
        int depth = 0;
        int begin = at + 1;
        do {
            char character = text.charAt(at);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            at++;
        } while (depth > 0);
        commands.addAll(commands(text.substring(begin, at - 1)));
        word.append("$()");
        inWord = true;
    }

    private void comment() {
        if (inWord) {
            add('#');
        } else {
            at = text.indexOf('\n', at);
        }
    }

    private void operator(char character) {
        boolean brace = character == '{' || character == '}';
        if (brace && (inWord || !" \n;".contains(text.substring(at, at + 1)))) {
            add(character);
        } else {
            endWord();
            endCommand();
        }
    }

    private void redirection(char character) {
        if (inWord && word.toString().matches("[0-9]+")) {
            word = new StringBuilder();
            inWord = false;
        }
        endWord();
        hereDocument = character == '<' && text.startsWith("<", at) && !text.startsWith("<<", at);
        while ("<>&".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        redirected = true;
    }

    private void add(char character) {
        word.append(character);
        inWord = true;
    }

    private void endWord() {
        if (!inWord) {
            return;
        }
        if (redirected) {
            if (hereDocument) {
                hereEnds.add(word.toString());
            }
        } else {
            words.add(word.toString());
        }
        redirected = false;
        hereDocument = false;
        inWord = false;
        word = new StringBuilder();
    }

    private void endLine() {
        endWord();
        endCommand();
        for (String end : hereEnds) {
            int over = text.indexOf("\n" + end + "\n", at - 1);
            at = over + end.length() + 2;
        }
        hereEnds.clear();
    }

    private void endCommand() {
        if (!words.isEmpty()) {
            commands.add(words);
        }
        words = new ArrayList<>();
        redirected = false;
    }
}
