// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

/** There is more to do than can be done. */
final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException() {
        super("the server has too much to do now");
    }
}
