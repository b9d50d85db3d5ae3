// SPDX-License-Identifier: Apache-2.0
/**
 * The sandbox's own HTTP paths, on the port of the API and without a token, for tests that run in another process.
 *
 * <table>
 * <caption>Paths</caption>
 * <tr><th>call</th><th>does</th></tr>
 * <tr><td>{@code POST /sandbox/faults}</td><td>appends a fault: 201 with its {@code id}</td></tr>
 * <tr><td>{@code GET /sandbox/faults}</td><td>the script, with how far each fault has come</td></tr>
 * <tr><td>{@code DELETE /sandbox/faults}</td><td>clears the script</td></tr>
 * <tr><td>{@code GET /sandbox/calls?method=&path=}</td><td>{@code {count, calls}}</td></tr>
 * <tr><td>{@code DELETE /sandbox/calls}</td><td>forgets the calls</td></tr>
 * <tr><td>{@code GET /sandbox/dns}</td><td>the name servers</td></tr>
 * <tr><td>{@code PUT /sandbox/dns/1}</td><td>{@code {"lag": seconds, "behaviour": "silent"}}, either or both</td></tr>
 * </table>
 *
 * <p>A fault is an object such as
 *
 * <pre>{@code
 * {"method": "POST", "path": "/dns-zones/**", "kind": "drop", "when": "after", "skip": 1, "times": 2}
 * }</pre>
 *
 * <p>where {@code method} (any), {@code path} (any), {@code skip} (0) and {@code times} (1, or {@code "always"}) may be left
 * out, {@code when} is {@code before} or {@code after} the call is carried out, and the kinds are {@code status} (with
 * {@code status}, {@code headers}, {@code body}), {@code delay} ({@code seconds}), {@code drop}, {@code garbage}
 * ({@code body}: html, half-json, empty, wrong-shape or not-utf8), {@code truncate}, {@code rate-limit} ({@code calls} per
 * {@code seconds}) and {@code list-shape} ({@code shape}, {@code page_size}).
 */
@NullMarked
package io.github.vpsdns.sandbox.admin;

import org.jspecify.annotations.NullMarked;
