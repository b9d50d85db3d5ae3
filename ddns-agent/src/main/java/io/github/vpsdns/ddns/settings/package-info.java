// SPDX-License-Identifier: Apache-2.0
/** What an agent is to do, as values: where they were written, and how, is not known here. */
@NullMarked
package io.github.vpsdns.ddns.settings;

import org.jspecify.annotations.NullMarked;
