// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code vpsdns} command: it parses, calls the libraries and prints, and holds no logic of its own.
 *
 * <p>{@link io.github.vpsdns.cli.Main} is the edge of the process (streams, environment, signals, exit status) and {@link
 * io.github.vpsdns.cli.VpsDns} the tree of commands, which tests run in-process. Below them {@link
 * io.github.vpsdns.cli.terminal} is what a command sees of the outside, {@link io.github.vpsdns.cli.base} what all commands
 * share, {@link io.github.vpsdns.cli.api} the way to the API; each group of commands has its own package.
 *
 * <p>A class that picocli inspects names only types of the JDK, of picocli and of this module in its fields and signatures.
 * Everything heavier is named inside method bodies, so that a command loads what it uses and nothing else.
 */
@NullMarked
package io.github.vpsdns.cli;

import org.jspecify.annotations.NullMarked;
