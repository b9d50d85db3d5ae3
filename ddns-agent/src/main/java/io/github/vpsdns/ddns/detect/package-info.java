// SPDX-License-Identifier: Apache-2.0
/**
 * What the host's addresses are, out of what its sources say. {@link io.github.vpsdns.ddns.detect.Detector} asks the sources of a
 * rule, the second one early enough that a dead first one costs no time, until as many of them agree as the rule wants; {@link
 * io.github.vpsdns.ddns.detect.Damper} then decides whether other addresses than before count at once or need to be read again.
 * Unknown is not empty: sources that fail, disagree or say what must not be published lead to {@link
 * io.github.vpsdns.ddns.detect.Detection.Unknown}, never to an address.
 */
@NullMarked
package io.github.vpsdns.ddns.detect;

import org.jspecify.annotations.NullMarked;
