// SPDX-License-Identifier: Apache-2.0
/**
 * What sources are told, as text: {@link io.github.vpsdns.ddns.source.text.ToldAddress} reads an address and nothing else, {@link
 * io.github.vpsdns.ddns.source.text.Excerpt} shows in a message what was told in its place.
 */
@NullMarked
package io.github.vpsdns.ddns.source.text;

import org.jspecify.annotations.NullMarked;
