// SPDX-License-Identifier: Apache-2.0
/**
 * What this program has put, or may have put, into somebody's zone and not yet taken out again.
 *
 * <p>A TXT value is written into a {@link io.github.vpsdns.acme.journal.Journal} before it is written at the API, and struck out
 * after it was removed there. A process that is killed in between leaves an entry behind; the next one finds it among the
 * leftovers and removes the value. {@link io.github.vpsdns.acme.journal.FileJournal} keeps it in a directory, one file a process,
 * so that processes never wait for each other.
 */
@NullMarked
package io.github.vpsdns.acme.journal;

import org.jspecify.annotations.NullMarked;
