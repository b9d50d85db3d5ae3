// SPDX-License-Identifier: Apache-2.0
/**
 * Name servers that say from where they were asked: {@link io.github.vpsdns.ddns.source.whoami.WhoamiSource}.
 *
 * <p>They are asked at their own addresses, which are written down here, over the transport of the family that is asked for. The
 * system's resolver takes no part: it would be its address that they told. It takes one packet each way, no certificate and no
 * page that somebody may redesign; but nothing protects the answer from whoever is on the path, which is why one may want a web page
 * to agree.
 */
@NullMarked
package io.github.vpsdns.ddns.source.whoami;

import org.jspecify.annotations.NullMarked;
