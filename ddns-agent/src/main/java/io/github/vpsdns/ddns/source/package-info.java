// SPDX-License-Identifier: Apache-2.0
/**
 * Where addresses are read from: {@link io.github.vpsdns.ddns.source.SourceSpec} names a source as a configuration does, {@link
 * io.github.vpsdns.ddns.source.AddressSource} reads it. The packages below have one kind of source each.
 */
@NullMarked
package io.github.vpsdns.ddns.source;

import org.jspecify.annotations.NullMarked;
