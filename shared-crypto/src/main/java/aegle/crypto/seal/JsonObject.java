// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Writes one JSON object field by field in the order of the format. Texts become NFC, binary values base64. */
final class JsonObject {
    private final ObjectNode node = JsonFields.MAPPER.createObjectNode();

    static JsonObject versioned(VersionedFormat format) {
        return new JsonObject().number("v", format.version());
    }

    JsonObject number(String name, long value) {
        node.put(name, value);
        return this;
    }

    JsonObject flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    JsonObject text(String name, String value) {
        node.put(name, normal(value));
        return this;
    }

    JsonObject binary(String name, byte[] value) {
        node.put(name, Base64.getEncoder().encodeToString(value));
        return this;
    }

    /** Write secret bytes and wipe them; the text of them stays until the garbage collector comes. */
    JsonObject secret(String name, byte[] value) {
        binary(name, value);
        Arrays.fill(value, (byte) 0);
        return this;
    }

    JsonObject octets(String name, Octets value) {
        return binary(name, value.bytes());
    }

    JsonObject digest(String name, Digest value) {
        return binary(name, value.bytes());
    }

    JsonObject id(String name, OpaqueId value) {
        node.put(name, value.hex());
        return this;
    }

    JsonObject object(String name, JsonObject value) {
        node.set(name, value.node);
        return this;
    }

    JsonObject objects(String name, List<JsonObject> values) {
        ArrayNode list = node.putArray(name);
        values.forEach(value -> list.add(value.node));
        return this;
    }

    JsonObject texts(String name, List<String> values) {
        ArrayNode list = node.putArray(name);
        values.forEach(value -> list.add(normal(value)));
        return this;
    }

    byte[] utf8() {
        try {
            return JsonFields.MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values could not be written", e);
        }
    }

    /** Returns the text in NFC; half a surrogate pair, which UTF-8 cannot carry, becomes a question mark. */
    static String normal(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return Normalizer.normalize(whole, Normalizer.Form.NFC);
    }
}
