// SPDX-License-Identifier: Apache-2.0
/** Makes the pictures of the documentation from what the program really does; {@code script/pictures} runs it. */
@NullMarked
package io.github.vpsdns.cli.pictures;

import org.jspecify.annotations.NullMarked;
