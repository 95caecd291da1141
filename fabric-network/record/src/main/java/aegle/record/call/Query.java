// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

/**
 * A call that is evaluated by one peer and leaves nothing. Its answer is that peer's word: whatever matters in it is verified.
 *
 * @param <A> what the contract answers
 */
public non-sealed interface Query<A extends Record> extends LedgerCall<A> {}
