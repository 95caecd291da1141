// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One call of the contract: a record whose components are its arguments. Its function is the record's name with a small first
 * letter; on the wire the first argument is the call's encoding, the second, for an {@link OwnerCall}, her authorization.
 *
 * @param <A> what the contract answers
 */
public sealed interface LedgerCall<A extends Record> permits Transaction, Query, OwnerCall {

    default String function() {
        return functionOf(getClass());
    }

    /** The type of the answer, read from the declaration of the call. */
    @SuppressWarnings("unchecked")
    default Class<A> answerType() {
        return (Class<A>) Stream.of(getClass().getGenericInterfaces())
                .map(ParameterizedType.class::cast)
                .map(ParameterizedType::getActualTypeArguments)
                .flatMap(Arrays::<Type>stream)
                .findFirst()
                .orElseThrow();
    }

    static String functionOf(Class<?> call) {
        String name = call.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
