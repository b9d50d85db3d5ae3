// SPDX-License-Identifier: Apache-2.0
/**
 * What strangers install, installed: the Debian package on a clean root under a real systemd, the image with its own Java where
 * there is no other, and the container's file system by hand. A clean root is made once, in {@code .peers}, since that takes a
 * minute and the network.
 */
@NullMarked
package io.github.vpsdns.packaging;

import org.jspecify.annotations.NullMarked;
