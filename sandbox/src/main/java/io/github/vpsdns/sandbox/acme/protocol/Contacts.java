// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.wire.Json;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads contacts (RFC 8555 §7.3): single mail addresses only. */
final class Contacts {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,?]+@[^@\\s,?]+\\.[^@\\s,?]+");

    private Contacts() {}

    static List<String> read(JsonNode payload) {
        return Json.elements(payload, "contact").stream().map(Contacts::one).toList();
    }

    private static String one(JsonNode contact) {
        if (!contact.isString()) {
            throw ProblemException.malformed("a contact is not a string");
        }
        String url = contact.stringValue();
        if (!url.startsWith("mailto:")) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_CONTACT, "contact \"" + url + "\" is not a mailto: URL");
        }
        if (!ADDRESS.matcher(url.substring("mailto:".length())).matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_CONTACT, "contact \"" + url + "\" is not exactly one mail address");
        }
        return url;
    }
}
