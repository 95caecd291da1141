// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.contract;

import aegle.record.Bytes;
import aegle.record.call.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;

/**
 * The call that fills a ledger: writes facts again under other numbers, many at a time, without asking whether they may be. What is
 * signed in them does not hold in the copies.
 *
 * @param keys where the facts lie that are copied
 * @param numbers what is another number in each copy, wherever it stands in key or fact
 * @param first the number of the first copy; equal ones of the same facts are the same copy
 * @param count how many copies
 */
public record CopyFacts(List<Bytes> keys, List<Bytes> numbers, int first, int count)
        implements Transaction<DoNothing.Done> {
    private static final HexFormat HEX = HexFormat.of();

    public CopyFacts {
        keys = List.copyOf(keys);
        numbers = List.copyOf(numbers);
    }

    /** Where a fact of that type lies. */
    public static Bytes key(String type, String... attributes) {
        String key = new CompositeKey(type, attributes).toString();
        return Bytes.of(key.getBytes(StandardCharsets.UTF_8));
    }

    void play(ChaincodeStub stub) {
        for (Bytes bytes : keys) {
            String key = new String(bytes.toByteArray(), StandardCharsets.UTF_8);
            byte[] fact = stub.getState(key);
            if (fact == null || fact.length == 0) {
                throw new IllegalArgumentException("nothing to copy lies under " + key.replace('\0', '/'));
            }
            for (int copy = first; copy < first + count; copy++) {
                stub.putState(renumbered(key, copy), renumbered(fact, copy));
            }
        }
    }

    private String renumbered(String key, int copy) {
        String renumbered = key;
        for (Bytes number : numbers) {
            renumbered = renumbered.replace(number.hex(), HEX.formatHex(other(number, copy)));
        }
        return renumbered;
    }

    private byte[] renumbered(byte[] fact, int copy) {
        byte[] renumbered = fact.clone();
        for (Bytes number : numbers) {
            byte[] old = number.toByteArray();
            byte[] other = other(number, copy);
            for (int at = 0; at + old.length <= renumbered.length; at++) {
                if (Arrays.equals(renumbered, at, at + old.length, old, 0, old.length)) {
                    System.arraycopy(other, 0, renumbered, at, other.length);
                }
            }
        }
        return renumbered;
    }

    private static byte[] other(Bytes number, int copy) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(number.toByteArray());
            sha256.update(Integer.toString(copy).getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(sha256.digest(), number.length());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
