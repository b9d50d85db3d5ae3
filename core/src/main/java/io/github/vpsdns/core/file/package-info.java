// SPDX-License-Identifier: Apache-2.0
/**
 * Files that survive a crash, a full disk and an interrupt. Not API: the packages around it use it, others should not.
 *
 * <p>{@link io.github.vpsdns.core.file.Disk} is every step that changes a disk, one method each, so that a test can fail or stop
 * at each of them in turn. {@link io.github.vpsdns.core.file.DurableFiles} makes whole changes out of those steps: a file or a
 * link is either the old one or the new one. {@link io.github.vpsdns.core.file.HeldFile} is a lock that ends with its process, and
 * {@link io.github.vpsdns.core.file.LockFile} one beside another file that says who has it.
 *
 * <p>Nothing here goes through an interruptible channel that outlives the call: an interrupt would close it, and with it the
 * lock. A file is read, written or swapped to its end, and the interrupt flag is as it was.
 */
@NullMarked
package io.github.vpsdns.core.file;

import org.jspecify.annotations.NullMarked;
