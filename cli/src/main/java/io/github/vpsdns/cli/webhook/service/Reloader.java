// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

/** Reads the configuration anew, when a signal asks for it. */
@FunctionalInterface
public interface Reloader {
    /**
     * Reads the configuration and hands it to the server. Called on the service's thread, never twice at once.
     *
     * @return what the service is to do from now on
     * @throws RuntimeException if it cannot be used; then nothing has changed, and the message, which may have several lines,
     *     says why
     */
    ServiceSettings reload();
}
