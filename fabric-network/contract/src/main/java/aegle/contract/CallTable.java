// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.call.LedgerCall;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which calls the contract knows and who carries them out: function name, class of the call, handler. */
final class CallTable {
    private final Map<String, Route<?, ?>> routes = new TreeMap<>();

    <A extends Record, C extends Record & LedgerCall<A>> CallTable add(Class<C> type, Handler<C, A> handler) {
        if (routes.put(LedgerCall.functionOf(type), new Route<>(type, handler)) != null) {
            throw new IllegalStateException("two calls are named " + type.getSimpleName());
        }
        return this;
    }

    Optional<Route<?, ?>> find(String function) {
        return Optional.ofNullable(routes.get(function));
    }

    Set<String> functions() {
        return Set.copyOf(routes.keySet());
    }

    /** Carries out one kind of call and answers it, or throws {@link RefusedException}. */
    interface Handler<C extends Record & LedgerCall<A>, A extends Record> {
        A handle(C call, Invocation invocation);
    }

    /** One line of the table. */
    record Route<C extends Record & LedgerCall<A>, A extends Record>(Class<C> type, Handler<C, A> handler) {}
}
