// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.ddns.source.SourceSpec;

/**
 * Who speaks through a source. Two pages of one public host are one voice: who runs it is wrong, or lies, in both. Pages within the own
 * network, which may be asked at any pace, are what their owner made them, each a voice of its own.
 */
record Voice(Object identity) {
    static Voice of(SourceSpec source) {
        return source instanceof SourceSpec.Web web && !web.pace().isZero() ? new Voice(web.host()) : new Voice(source);
    }
}
