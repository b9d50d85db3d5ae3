// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The instructions of a Dockerfile, lines joined, comments left out. Whatever is not an instruction is refused. */
record Dockerfile(List<Instruction> instructions) {
    private static final Set<String> KNOWN = Set.of(
            "FROM",
            "RUN",
            "COPY",
            "LABEL",
            "ENV",
            "VOLUME",
            "EXPOSE",
            "USER",
            "WORKDIR",
            "STOPSIGNAL",
            "HEALTHCHECK",
            "ENTRYPOINT",
            "CMD");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\n");
    private static final Pattern COMMENT = Pattern.compile("(?m)^#.*\n");

    static Dockerfile read(Path file) throws IOException {
        String text = CONTINUED
                .matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""))
                .replaceAll(" ");
        return new Dockerfile(text.lines()
                .filter(line -> !line.isBlank())
                .map(Instruction::read)
                .toList());
    }

    /** Those of the last stage, which is what remains. */
    Dockerfile lastStage() {
        int from = 0;
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i).name().equals("FROM")) {
                from = i;
            }
        }
        return new Dockerfile(instructions.subList(from, instructions.size()));
    }

    Stream<Instruction> all(String name) {
        return instructions.stream().filter(instruction -> instruction.name().equals(name));
    }

    /** The only instruction of a name. */
    Instruction one(String name) {
        List<Instruction> found = all(name).toList();
        if (found.size() != 1) {
            throw new AssertionError("there should be one " + name + ": " + found);
        }
        return found.get(0);
    }

    /** One instruction and all that follows its name. */
    record Instruction(String name, String rest) {
        static Instruction read(String line) {
            String[] parts = line.split(" ", 2);
            if (parts.length < 2 || !KNOWN.contains(parts[0])) {
                throw new AssertionError("not an instruction of a Dockerfile: " + line);
            }
            return new Instruction(parts[0], parts[1].strip());
        }

        /** What is no option. */
        List<String> operands() {
            return Stream.of(rest.split(" +"))
                    .filter(word -> !word.startsWith("--"))
                    .toList();
        }

        /** The words of the form with brackets, which needs no shell. */
        List<String> words() {
            if (!rest.matches("(?s).*\\[\".*\"]")) {
                throw new AssertionError(name + " should be in brackets: " + rest);
            }
            String inside = rest.substring(rest.indexOf('[') + 2, rest.lastIndexOf('"'));
            return List.of(inside.split("\", *\""));
        }
    }
}
