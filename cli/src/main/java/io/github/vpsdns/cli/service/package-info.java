// SPDX-License-Identifier: Apache-2.0
/**
 * What services of any kind need to tell people how they get on, without telling them the same again and again. It knows nothing of
 * what a service does.
 */
@NullMarked
package io.github.vpsdns.cli.service;

import org.jspecify.annotations.NullMarked;
