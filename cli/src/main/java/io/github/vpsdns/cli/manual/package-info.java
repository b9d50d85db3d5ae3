// SPDX-License-Identifier: Apache-2.0
/**
 * What is made of the commands for those who read manual pages and press Tab: a page of section 1 for each command, pages of section 5
 * for the configuration files, and completion for bash, zsh and fish.
 *
 * <p>The build runs {@link io.github.vpsdns.cli.manual.Manual}; nothing here is part of the delivered program. The commands are read as
 * picocli has them, so that a new option is in its page and in the shells without anybody having to think of it. The keys of the
 * configuration files come from the tables in {@code docs/}, their examples from the samples of the installation.
 */
@NullMarked
package io.github.vpsdns.cli.manual;

import org.jspecify.annotations.NullMarked;
