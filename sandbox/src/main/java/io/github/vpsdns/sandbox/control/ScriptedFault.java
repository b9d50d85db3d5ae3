// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

/**
 * A fault in the script, and how far it has come.
 *
 * @param id for naming it when it is to be removed
 * @param fault what was asked for
 * @param matched how many calls have matched so far, those skipped included
 * @param struck how many calls it has met
 */
public record ScriptedFault(long id, Fault fault, int matched, int struck) {
    ScriptedFault passed() {
        return new ScriptedFault(id, fault, matched + 1, struck);
    }

    ScriptedFault hit() {
        return new ScriptedFault(id, fault, matched + 1, struck + 1);
    }

    boolean spent() {
        return struck >= fault.times();
    }
}
