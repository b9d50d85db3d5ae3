// SPDX-License-Identifier: Apache-2.0
/**
 * A VPS.org to test against, in one process: the DNS API as its page documents it, authoritative name servers that serve
 * what the API was told, and an ACME certificate authority that validates by asking them.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start("example.com")) {
 *     URI api = sandbox.apiUrl();
 *     String token = sandbox.token();
 *     ...
 *     assertThat(sandbox.zones().records("example.com")).isEmpty();
 * }
 * }</pre>
 *
 * <p>{@link io.github.vpsdns.sandbox.Sandbox} is the way in. In JUnit,
 * {@link io.github.vpsdns.sandbox.junit.VpsDnsSandbox} starts one for each test.
 *
 * <p>It is a second reading of the vendor's page and shares no code with the client. Everything listens on 127.0.0.1 only.
 *
 * @see <a href="https://www.vps.org/api/v1/docs/dns/">The vendor's page</a>
 */
@NullMarked
package io.github.vpsdns.sandbox;

import org.jspecify.annotations.NullMarked;
