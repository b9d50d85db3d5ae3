// SPDX-License-Identifier: Apache-2.0
/**
 * The agent as a service: {@link io.github.vpsdns.cli.ddns.service.DdnsService} runs it until it is told to stop, obeys signals, and
 * tells what happens: people by one line each and by notices, programs by JSON, health, metrics and a heartbeat, systemd by
 * readiness and its watchdog. It knows nothing of configuration files.
 */
@NullMarked
package io.github.vpsdns.cli.ddns.service;

import org.jspecify.annotations.NullMarked;
