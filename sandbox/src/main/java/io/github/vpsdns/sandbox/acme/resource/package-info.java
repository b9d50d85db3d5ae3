// SPDX-License-Identifier: Apache-2.0
/** How resources are addressed and shown: URLs both ways, JSON views, and the settings that all of them share. */
@NullMarked
package io.github.vpsdns.sandbox.acme.resource;

import org.jspecify.annotations.NullMarked;
