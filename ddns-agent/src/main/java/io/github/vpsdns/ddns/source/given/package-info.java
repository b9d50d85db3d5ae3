// SPDX-License-Identifier: Apache-2.0
/**
 * Addresses that somebody on this machine gives: in a file that a dialler or a DHCP client writes ({@link
 * io.github.vpsdns.ddns.source.given.FileSource}), by a command ({@link io.github.vpsdns.ddns.source.given.CommandSource}), or once
 * and for all ({@link io.github.vpsdns.ddns.source.given.StaticSource}).
 *
 * <p>Files and commands have one format: an address a line, the best one first; empty lines and what follows a {@code #} say nothing. A line that is anything else makes the whole text a failure, since who wrote it may have been about to write more.
 */
@NullMarked
package io.github.vpsdns.ddns.source.given;

import org.jspecify.annotations.NullMarked;
