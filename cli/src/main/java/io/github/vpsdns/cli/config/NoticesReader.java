// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import io.github.vpsdns.cli.base.SecretFile;
import io.github.vpsdns.cli.monitor.HeartbeatUrl;
import io.github.vpsdns.cli.notify.SecretUrl;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads who is told how a service gets on: the keys {@code on-change}, {@code heartbeat} and {@code heartbeat-file}. */
public final class NoticesReader {
    private static final int MOST_ARGUMENTS = 100;
    private static final int LONGEST = 4096;
    private static final Scalar<String> ARGUMENT = Scalar.text(LONGEST, "an argument");
    private static final Scalar<String> LINE =
            Scalar.text(LONGEST, "a line for the shell, or a list of a program and its arguments");

    private final Surroundings surroundings;

    /**
     * Creates a reader.
     *
     * @param surroundings of the file
     */
    public NoticesReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Reads the keys, and the files with secrets that they name.
     *
     * @param top the file as a whole
     * @return whom it names
     */
    public Notices read(YamlMap top) {
        Optional<YamlMap> onChange =
                top.get("on-change").flatMap(value -> value.map("webhook", "webhook-file", "command"));
        return new Notices(
                onChange.flatMap(map -> secret(map, "webhook", SecretUrl::webhook))
                        .orElse(null),
                onChange.flatMap(map -> map.get("command"))
                        .map(NoticesReader::command)
                        .orElse(List.of()),
                secret(top, "heartbeat", HeartbeatUrl::of).orElse(null));
    }

    /** Who has such a URL may write there, so it is kept from those who may only see the configuration. */
    private <T> Optional<T> secret(YamlMap map, String key, BiFunction<String, String, T> reader) {
        String fileKey = key + "-file";
        Optional<YamlValue> inline = map.get(key);
        Optional<YamlValue> file = map.get(fileKey);
        if (inline.isPresent() && file.isPresent()) {
            file.get().wrong(key + " and " + fileKey + " say the same; expected one of them");
        }
        Optional<T> there = inline.flatMap(value -> value.read(Scalar.text(LONGEST, "a URL")
                .to(text -> Surroundings.told(where -> reader.apply(text, where)))
                .to(this::guarded)));
        Optional<T> elsewhere = file.flatMap(value -> value.read(surroundings
                .path("a file that holds a URL")
                .to(path -> Surroundings.told(where -> reader.apply(SecretFile.read(path, where), where)))));
        return there.or(() -> elsewhere);
    }

    private <T> T guarded(T secret) {
        if (surroundings.openTo() != null) {
            throw new InvalidValueException("such a URL is a secret, and everybody can read this file ("
                    + surroundings.openTo() + "); expected the same key with -file and the path of a file that only its"
                    + " owner can read, or a configuration that not everybody can read (chmod o-r)");
        }
        return secret;
    }

    private static List<String> command(YamlValue value) {
        if (!value.isList()) {
            return value.read(LINE).map(line -> List.of("sh", "-c", line)).orElse(List.of());
        }
        return value.list(MOST_ARGUMENTS, "words, the first of which is the program").stream()
                .flatMap(argument -> argument.read(ARGUMENT).stream())
                .toList();
    }
}
