// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.webhook.password.PasswordHash;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The page for people, and the metrics.
 *
 * @param listen where; port 0 takes any that is free
 * @param password who has it may see everything
 * @param publicUrl what clients of the server call it, for the set-up texts, such as {@code https://dyn.example.com}; {@code null} if
 *     it is to be guessed
 */
public record AdminSettings(
        InetSocketAddress listen,
        PasswordHash password,
        @Nullable String publicUrl) {}
