// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** A file of test vectors, published by others or our own. */
public final class VectorFile {
    private final JsonNode root;

    private VectorFile(JsonNode root) {
        this.root = root;
    }

    public static VectorFile load(String path) {
        try (InputStream file = VectorFile.class.getResourceAsStream("/" + path)) {
            return new VectorFile(JsonMapper.builder().build().readTree(Objects.requireNonNull(file, path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<JsonNode> tests() {
        return root.required("tests").valueStream().toList();
    }

    public static byte[] hex(JsonNode test, String name) {
        return HexFormat.of().parseHex(text(test, name));
    }

    public static String text(JsonNode test, String name) {
        return test.required(name).textValue();
    }
}
