// SPDX-License-Identifier: Apache-2.0
/**
 * Persistent proofs (draft-ietf-acme-dns-persist): one TXT record at {@code _validation-persist.<name>} that says which account at
 * which CA may get certificates for the name. It stays, so that a renewal writes nothing to DNS.
 *
 * <p>{@link io.github.vpsdns.acme.persist.ProofRecord} is the record's text. {@link
 * io.github.vpsdns.acme.persist.ProofDemand} is what must be true for one name, {@link
 * io.github.vpsdns.acme.persist.ProofAccount} how a record names the account: by its URL up to draft 01, by a hash from draft 02
 * on. {@link io.github.vpsdns.acme.persist.PersistentProofs} looks, writes where something is missing, and removes:
 *
 * <pre>{@code
 * ProofAccount account = new ProofAccount.Plain(URI.create("https://ca.example/acct/1"));
 * ProofDemand demand = new ProofDemand(DomainName.of("example.com"), true, List.of("ca.example"), account);
 * PersistentProofs proofs = PersistentProofs.builder(editor, dns).build();
 * proofs.ensure(List.of(demand), Duration.ofDays(365));
 * }</pre>
 *
 * <p>A record is ours if it names one of the CA's issuer names and our account. All others at the name are left alone.
 */
@NullMarked
package io.github.vpsdns.acme.persist;

import org.jspecify.annotations.NullMarked;
