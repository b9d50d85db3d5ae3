// SPDX-License-Identifier: Apache-2.0
/**
 * The server as a service: {@link io.github.vpsdns.cli.webhook.service.WebhookService} runs it until it is told to stop, obeys signals,
 * and tells what happens: people by one line each and by notices, programs by JSON, metrics and a heartbeat, auditors by a file of
 * their own, systemd by readiness and its watchdog. It knows nothing of configuration files.
 */
@NullMarked
package io.github.vpsdns.cli.webhook.service;

import org.jspecify.annotations.NullMarked;
