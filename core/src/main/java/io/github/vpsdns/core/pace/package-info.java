// SPDX-License-Identifier: Apache-2.0
/**
 * When the API may be called, for programs that run for long: {@link io.github.vpsdns.core.pace.FailureScope} judges how far a
 * failure reaches, a {@link io.github.vpsdns.core.pace.Gate} holds back the calls that would share it, a {@link
 * io.github.vpsdns.core.pace.Setback} those of one name alone, and {@link io.github.vpsdns.core.pace.ApiAccess} brings other
 * credentials when those in use are refused.
 *
 * <p>Rules without threads, calls or clocks of their own: each is told what happened and at what time. All but {@code ApiAccess}
 * belong to one thread.
 */
@NullMarked
package io.github.vpsdns.core.pace;

import org.jspecify.annotations.NullMarked;
