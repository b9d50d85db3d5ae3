// SPDX-License-Identifier: Apache-2.0
/**
 * What a call of the API can end in besides success. Three kinds:
 *
 * <ul>
 *   <li>{@link io.github.vpsdns.core.error.ApiException}: the API answered with an error; a subclass for each kind that a
 *       caller may want to tell apart;
 *   <li>{@link io.github.vpsdns.core.error.ProtocolException}: something answered, but not as the API documents;
 *   <li>{@link io.github.vpsdns.core.error.TransportException}: no answer came, and a write may or may not have happened.
 * </ul>
 */
@NullMarked
package io.github.vpsdns.core.error;

import org.jspecify.annotations.NullMarked;
