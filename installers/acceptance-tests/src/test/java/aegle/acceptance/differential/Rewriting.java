// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Copies a fact, call or answer with some of its components replaced, however deep they lie. */
final class Rewriting {
    private final Rule rule;

    Rewriting(Rule rule) {
        this.rule = rule;
    }

    /** What stands in place of a component's value; the value itself if nothing does. */
    @FunctionalInterface
    interface Rule {
        Object of(Class<?> fact, String component, Object value);
    }

    <R extends Record> R of(R fact) {
        @SuppressWarnings("unchecked")
        R copy = (R) copy(fact);
        return copy;
    }

    private Record copy(Record fact) {
        try {
            RecordComponent[] components = fact.getClass().getRecordComponents();
            var values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(fact);
                values[i] = replaced(fact.getClass(), components[i].getName(), value);
            }
            Constructor<?> constructor = fact.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot copy a " + fact.getClass().getSimpleName(), e);
        }
    }

    private Object replaced(Class<?> fact, String component, Object value) {
        Object other = rule.of(fact, component, value);
        if (!other.equals(value)) {
            return other;
        }
        return switch (value) {
            case Record inner -> copy(inner);
            case Optional<?> optional -> optional.map(present -> replaced(fact, component, present));
            case List<?> list ->
                list.stream().map(item -> replaced(fact, component, item)).toList();
            default -> value;
        };
    }
}
