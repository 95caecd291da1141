// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the fields of one JSON object, each once, and refuses what is left over. Refusals are unchecked while reading
 * and become the mute {@link DecryptionException} in {@link #read}.
 */
final class JsonFields {
    /** Keeps no buffers for the next time: a thread would hold the last key and name in them for as long as it lives. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(12)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode object;
    private final Set<String> taken = new HashSet<>();

    private JsonFields(JsonNode node) {
        if (!(node instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("no JSON object");
        }
        this.object = fields;
    }

    /** Read a whole text of one version with {@code reader}; every field must be taken. */
    static <T> T read(byte[] utf8, VersionedFormat format, Function<JsonFields, T> reader)
            throws DecryptionException, FormatVersionUnknownException {
        try {
            var fields = new JsonFields(MAPPER.readTree(strictText(utf8)));
            fields.requireVersion(format);
            return fields.readWith(reader);
        } catch (JsonProcessingException
                | CharacterCodingException
                | IllegalArgumentException
                | DateTimeException
                | ArithmeticException e) {
            // Values validate themselves when they are made; of a hostile text that is no mistake of the program.
            throw new DecryptionException();
        }
    }

    /** Read a text without a version of its own. */
    static <T> T readUnversioned(byte[] utf8, Function<JsonFields, T> reader) throws DecryptionException {
        try {
            return new JsonFields(MAPPER.readTree(strictText(utf8))).readWith(reader);
        } catch (JsonProcessingException
                | CharacterCodingException
                | IllegalArgumentException
                | DateTimeException
                | ArithmeticException e) {
            throw new DecryptionException();
        }
    }

    void requireVersion(VersionedFormat format) throws FormatVersionUnknownException {
        if (!object.fieldNames().hasNext() || !object.fieldNames().next().equals("v")) {
            throw new IllegalArgumentException("the first field is no version");
        }
        long version = integer("v");
        if (version != format.version()) {
            throw new FormatVersionUnknownException(format.construction(), version);
        }
    }

    <T> T readWith(Function<JsonFields, T> reader) {
        T value = reader.apply(this);
        if (taken.size() != object.size()) {
            throw new IllegalArgumentException("the object has unknown fields");
        }
        return value;
    }

    String text(String name) {
        JsonNode node = take(name);
        if (!node.isTextual()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return node.textValue();
    }

    long integer(String name) {
        JsonNode node = take(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is no integer");
        }
        return node.longValue();
    }

    int number(String name) {
        return Math.toIntExact(integer(name));
    }

    boolean flag(String name) {
        JsonNode node = take(name);
        if (!node.isBoolean()) {
            throw new IllegalArgumentException(name + " is neither true nor false");
        }
        return node.booleanValue();
    }

    byte[] binary(String name) {
        String text = text(name);
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException(name + " is no canonical base64");
        }
        return bytes;
    }

    Octets octets(String name) {
        return Octets.of(binary(name));
    }

    Digest digest(String name) {
        return Digest.of(binary(name));
    }

    OpaqueId id(String name) {
        return idOf(text(name));
    }

    JsonFields object(String name) {
        return new JsonFields(take(name));
    }

    List<JsonFields> objects(String name) {
        return elements(name, JsonFields::new);
    }

    List<String> texts(String name) {
        return elements(name, JsonFields::textOf);
    }

    List<OpaqueId> ids(String name) {
        return elements(name, node -> idOf(textOf(node)));
    }

    <T> Optional<T> optional(String name, Function<String, T> reader) {
        return object.has(name) ? Optional.of(reader.apply(name)) : Optional.empty();
    }

    boolean has(String name) {
        return object.has(name);
    }

    boolean isEmpty() {
        return object.isEmpty();
    }

    private <T> List<T> elements(String name, Function<JsonNode, T> reader) {
        JsonNode node = take(name);
        if (!node.isArray()) {
            throw new IllegalArgumentException(name + " is no list");
        }
        var elements = new ArrayList<T>(node.size());
        node.forEach(element -> elements.add(reader.apply(element)));
        return List.copyOf(elements);
    }

    private JsonNode take(String name) {
        JsonNode node = object.get(name);
        if (node == null || !taken.add(name)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return node;
    }

    private static String textOf(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("an element is no text");
        }
        return node.textValue();
    }

    private static OpaqueId idOf(String hex) {
        var id = OpaqueId.ofHex(hex);
        if (!id.hex().equals(hex)) {
            throw new IllegalArgumentException("an id is written in lower case");
        }
        return id;
    }

    private static String strictText(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }
}
