// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

/** What may be removed from a zone because it is not wanted. */
public enum Prune {
    /** Nothing: values that are there stay beside those that are wanted. */
    NOTHING,
    /** Other values of the wanted sets: those of the same name and type. */
    WANTED_SETS,
    /** Whatever is not wanted, in the whole zone. */
    WHOLE_ZONE
}
