// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import java.util.List;

/** What a name server said about TXT records. */
sealed interface TxtAnswer {
    /** The texts, each with its character strings joined; empty if there is no such record. */
    record Texts(List<String> values) implements TxtAnswer {}

    /** No usable answer: a response code such as {@code SERVFAIL}, or words such as {@code query timed out}. */
    record Failure(String what) implements TxtAnswer {}
}
