// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.progress;

/** Says nothing. */
record NoProgress() implements Progress {
    @Override
    public void step(String text) {}

    @Override
    public void item(String key, String state) {}

    @Override
    public void close() {}
}
