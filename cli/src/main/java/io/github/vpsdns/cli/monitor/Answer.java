// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

/**
 * What a page says.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param body the text
 */
record Answer(int status, String type, String body) {
    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer text(int status, String text) {
        return new Answer(status, TEXT, text + "\n");
    }
}
