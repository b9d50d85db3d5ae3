// SPDX-License-Identifier: Apache-2.0
/**
 * The books as tables of SQLite or PostgreSQL, over one connection. Each method is one transaction; how a row changes is what
 * {@link io.github.vpsdns.webhook.store.HostEntry} says, between reading it locked and writing it.
 *
 * <p>The same SQL serves both; what differs is behind {@code Engine}. Begin at {@code SqlStore}, then read {@code Database}, which knows what
 * to do when the disk is full or the server away.
 */
@NullMarked
package io.github.vpsdns.webhook.store.sql;

import org.jspecify.annotations.NullMarked;
