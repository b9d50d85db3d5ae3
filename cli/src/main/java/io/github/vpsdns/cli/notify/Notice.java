// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import java.util.Map;

/** What a person should know, in each of the forms in which it goes out. Immutable, without secrets. */
public interface Notice {
    /**
     * Returns what it is about.
     *
     * @return such as the name of a certificate
     */
    String subject();

    /**
     * Returns what happened, as a word for programs.
     *
     * @return such as {@code failed}
     */
    String event();

    /**
     * Returns what happened.
     *
     * @return one sentence that does not name the subject
     */
    String message();

    /**
     * Returns what a command finds in its environment besides {@code VPSDNS_EVENT} and {@code VPSDNS_MESSAGE}.
     *
     * @return values by the names of their variables
     */
    Map<String, String> variables();

    /**
     * Returns what a webhook is sent.
     *
     * @return a record whose components become snake_case members; its {@code text} is what chats show
     */
    Object document();

    /**
     * Returns what chats show.
     *
     * @return the subject and the message
     */
    default String text() {
        return subject() + ": " + message();
    }
}
