// SPDX-License-Identifier: Apache-2.0
/**
 * What systemd is told by a service of {@code Type=notify}: that it is ready, reloads or stops, how it stands, and that it is alive;
 * see <a href="https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html">sd_notify(3)</a>. Java 17 has no datagram
 * sockets of the Unix domain, so systemd's own program {@code systemd-notify} speaks for this process.
 */
@NullMarked
package io.github.vpsdns.cli.systemd;

import org.jspecify.annotations.NullMarked;
