// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

/**
 * A call that changes the ledger, and therefore is endorsed, ordered and committed.
 *
 * @param <A> what the contract answers
 */
public non-sealed interface Transaction<A extends Record> extends LedgerCall<A> {}
