// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import aegle.crypto.secret.SecretBytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The content of a vault before sealing: BE32 count, then for each entry in the order of names lp(name) ‖ lp(value). */
final class VaultEntries {
    static final int LARGEST_VALUE = 1 << 20;
    static final int LARGEST_CONTENT = 32 << 20;

    private static final int LARGEST_COUNT = 10_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9./_-]{0,127}");

    private VaultEntries() {}

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a vault entry: " + name);
        }
    }

    /** Encode; the caller wipes the bytes. */
    static byte[] encode(NavigableMap<String, SecretBytes> entries) {
        int length = Integer.BYTES;
        for (Map.Entry<String, SecretBytes> entry : entries.entrySet()) {
            byte[] value = entry.getValue().reveal();
            length += 2 * Integer.BYTES + entry.getKey().length() + value.length;
            Arrays.fill(value, (byte) 0);
        }
        if (length > LARGEST_CONTENT || entries.size() > LARGEST_COUNT) {
            throw new IllegalStateException("a vault holds at most " + LARGEST_CONTENT + " bytes");
        }
        var content = ByteBuffer.allocate(length).putInt(entries.size());
        entries.forEach((name, value) -> {
            byte[] bytes = value.reveal();
            content.putInt(name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
            content.putInt(bytes.length).put(bytes);
            Arrays.fill(bytes, (byte) 0);
        });
        return content.array();
    }

    static NavigableMap<String, SecretBytes> decode(byte[] content) throws VaultDamagedException {
        var entries = new TreeMap<String, SecretBytes>();
        try {
            var buffer = ByteBuffer.wrap(content);
            int count = buffer.getInt();
            for (int i = 0; i < count; i++) {
                String name = new String(field(buffer), StandardCharsets.US_ASCII);
                requireName(name);
                if (!entries.isEmpty() && name.compareTo(entries.lastKey()) <= 0) {
                    throw new IllegalArgumentException("names are out of order");
                }
                byte[] value = field(buffer);
                entries.put(name, SecretBytes.copyOf(value, value.length, "VaultEntry"));
                Arrays.fill(value, (byte) 0);
            }
            if (buffer.hasRemaining() || entries.size() != count) {
                throw new VaultDamagedException("the vault's content is damaged");
            }
            return entries;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new VaultDamagedException("the vault's content is damaged");
        }
    }

    private static byte[] field(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }
}
