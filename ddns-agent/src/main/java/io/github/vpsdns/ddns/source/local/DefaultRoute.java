// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

/**
 * A way to everywhere.
 *
 * @param interfaceName through which interface
 * @param metric the way with the lowest is taken
 */
record DefaultRoute(String interfaceName, long metric) {}
