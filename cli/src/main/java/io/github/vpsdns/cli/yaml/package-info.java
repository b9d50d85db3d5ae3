// SPDX-License-Identifier: Apache-2.0
/**
 * Configuration files in a strict subset of YAML 1.2: one document of maps, lists and scalars, without tags, anchors and aliases.
 *
 * <p>A reader walks from {@link io.github.vpsdns.cli.yaml.YamlFile} through {@link io.github.vpsdns.cli.yaml.YamlMap} and {@link
 * io.github.vpsdns.cli.yaml.YamlValue} and says of each scalar by a {@link io.github.vpsdns.cli.yaml.Scalar} what it may be.
 * Nothing ends at the first {@link io.github.vpsdns.cli.yaml.Mistake}: all are collected with their lines and thrown together in
 * a {@link io.github.vpsdns.cli.yaml.MistakesException}, so that a file is mended in one go. This package knows nothing of what is
 * configured.
 */
@NullMarked
package io.github.vpsdns.cli.yaml;

import org.jspecify.annotations.NullMarked;
