// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A record's name and components as the encoding sees them. Kept for each type: the runtime makes all of it anew whenever it is
 * asked, which took more time than encoding.
 */
final class RecordForm {
    private static final ClassValue<RecordForm> KNOWN = new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
            return new RecordForm(type.asSubclass(Record.class));
        }
    };

    private final Class<? extends Record> type;
    private final String name;
    private final List<Type> components;
    private final List<Method> accessors;
    private final Constructor<? extends Record> constructor;

    private RecordForm(Class<? extends Record> type) {
        RecordComponent[] declared = type.getRecordComponents();
        this.type = type;
        this.name = Arrays.stream(type.getSimpleName().split("(?=\\p{Lu})"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
        this.components =
                Arrays.stream(declared).map(RecordComponent::getGenericType).toList();
        this.accessors =
                Arrays.stream(declared).map(RecordComponent::getAccessor).toList();
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor: " + type, e);
        }
    }

    static RecordForm of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    /** The type's name in small words joined by hyphens. */
    String name() {
        return name;
    }

    /** The components' types, in their order. */
    List<Type> components() {
        return components;
    }

    /** A record with one component is encoded as that component. */
    boolean isWrapper() {
        return components.size() == 1;
    }

    Object read(int component, Record fact) {
        try {
            return accessors.get(component).invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw mustBePublic(e);
        }
    }

    /** Makes a record of its components' values. */
    Record construct(Object... values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw mustBePublic(e);
        }
    }

    private IllegalStateException mustBePublic(ReflectiveOperationException cause) {
        return new IllegalStateException("a record of the ledger must be public: " + type, cause);
    }
}
