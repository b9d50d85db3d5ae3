// SPDX-License-Identifier: Apache-2.0
/**
 * The directory in which accounts, certificates and what was said at their issue are kept, in a layout that certbot's users know.
 *
 * <p>Begin with {@link io.github.vpsdns.acme.store.StateDirectory}:
 *
 * <pre>
 * accounts/&lt;ca&gt;/account.json, key.pem                        one account a certificate authority
 * archive/&lt;lineage&gt;/&lt;n&gt;/{cert,chain,fullchain,privkey}.pem  every certificate so far
 * live/&lt;lineage&gt; -&gt; ../archive/&lt;lineage&gt;/&lt;n&gt;                the newest one
 * renewal/&lt;lineage&gt;.json                                     how to get the next one
 * schedule/&lt;lineage&gt;.json                                    what is remembered from one renewal to the next
 * journal/                                                   what may be left in a zone
 * </pre>
 *
 * <p>Every change is one rename at its end, after everything it refers to is on disk: whoever reads along, and whatever fails,
 * finds the old or the new, whole. Directories have mode 0700 and files 0600 from the moment they exist.
 */
@NullMarked
package io.github.vpsdns.acme.store;

import org.jspecify.annotations.NullMarked;
