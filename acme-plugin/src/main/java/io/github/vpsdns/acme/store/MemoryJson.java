// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.schedule.AriPause;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of a lineage, as a JSON file. Stateless. */
final class MemoryJson {
    private static final int VERSION = 1;
    private static final String TIME = "a time such as \"2026-01-31T12:00:00Z\"";

    private MemoryJson() {}

    static byte[] write(RenewalMemory memory) {
        JsonText json = new JsonText(VERSION);
        @Nullable AriWindow window = memory.window();
        if (window != null) {
            json.object(
                    "window",
                    object -> object.put("certificate", window.certificateId())
                            .put("start", window.start())
                            .put("end", window.end())
                            .put("chosen", window.chosen())
                            .putIfPresent("explanation", window.explanation())
                            .put("askAgainAt", window.askAgainAt()));
        }
        @Nullable AriPause pause = memory.pause();
        if (pause != null) {
            json.object(
                    "pause", object -> object.put("failures", pause.failures()).put("until", pause.until()));
        }
        trouble(json, "trouble", memory.trouble());
        issuance(json, "issued", memory.issued());
        issuance(json, "arriving", memory.arriving());
        json.putIfPresent("deployed", memory.deployed());
        trouble(json, "deployTrouble", memory.deployTrouble());
        return json.bytes();
    }

    private static void trouble(JsonText json, String field, @Nullable Trouble trouble) {
        if (trouble != null) {
            json.object(
                    field,
                    object -> object.put("failures", trouble.failures())
                            .put("since", trouble.since())
                            .put("last", trouble.last())
                            .put("kind", trouble.kind())
                            .put("message", trouble.message())
                            .put("validationFailed", trouble.validationFailed())
                            .put("nextAttempt", trouble.nextAttempt()));
        }
    }

    private static void issuance(JsonText json, String field, @Nullable Issuance issuance) {
        if (issuance != null) {
            json.object(
                    field,
                    object -> object.put("serial", issuance.serial())
                            .put("server", issuance.server())
                            .putIfPresent("profile", issuance.profile())
                            .put("at", issuance.at())
                            .putIfPresent("propagation", issuance.propagation()));
        }
    }

    static RenewalMemory read(Path file) {
        return JsonFields.read(file, VERSION)
                .build(fields -> new RenewalMemory(
                        fields.object("window", MemoryJson::window),
                        fields.object("pause", part -> new AriPause(part.number("failures"), time(part, "until"))),
                        fields.object("trouble", MemoryJson::trouble),
                        fields.object("issued", MemoryJson::issuance),
                        fields.object("arriving", MemoryJson::issuance),
                        fields.optional("deployed", "a serial number", text -> text),
                        fields.object("deployTrouble", MemoryJson::trouble)));
    }

    private static AriWindow window(JsonFields fields) {
        return new AriWindow(
                fields.value("certificate", "a certificate's identifier", text -> text),
                time(fields, "start"),
                time(fields, "end"),
                time(fields, "chosen"),
                fields.optional("explanation", "a URL", URI::create),
                time(fields, "askAgainAt"));
    }

    private static Trouble trouble(JsonFields fields) {
        return new Trouble(
                fields.number("failures"),
                time(fields, "since"),
                time(fields, "last"),
                fields.value("kind", "a word", text -> text),
                fields.value("message", "a sentence", text -> text),
                fields.bool("validationFailed"),
                time(fields, "nextAttempt"));
    }

    private static Issuance issuance(JsonFields fields) {
        return new Issuance(
                fields.value("serial", "a serial number", text -> text),
                fields.value("server", "a URL", URI::create),
                fields.optional("profile", "a string", text -> text),
                time(fields, "at"),
                fields.optional("propagation", "a duration such as \"PT30S\"", Duration::parse));
    }

    private static Instant time(JsonFields fields, String field) {
        return fields.value(field, TIME, Instant::parse);
    }
}
