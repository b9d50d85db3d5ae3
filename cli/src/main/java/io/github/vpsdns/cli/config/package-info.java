// SPDX-License-Identifier: Apache-2.0
/**
 * What the configuration files of all services have in common: where the API and the name servers are, who is told how it goes, and
 * what a file's place tells about it. Each service has a reader of its own for the rest, on {@link io.github.vpsdns.cli.yaml}.
 */
@NullMarked
package io.github.vpsdns.cli.config;

import org.jspecify.annotations.NullMarked;
