// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.name.DomainName;

/**
 * What stands for a name now, or would.
 *
 * @param demand for which name
 * @param target where
 * @param change what it took, or would take
 * @param record what stands
 */
public record ProofOutcome(ProofDemand demand, DomainName target, ProofChange change, ProofRecord record) {}
