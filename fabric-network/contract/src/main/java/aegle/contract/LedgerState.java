// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.call.MemberCalls;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.codec.LedgerFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;

/**
 * The world state as one call sees it: typed facts under {@link LedgerKey}s. As on every Fabric peer a call does not read what
 * it has written itself.
 */
final class LedgerState {
    /** The encoded facts of one page, in bytes; an answer must stay below {@link LedgerCodec#MAX_LENGTH}. */
    private static final int PAGE_BYTES = 160 * 1024;

    private static final byte[] MARK = {1};
    private static final char SEPARATOR = '\0';
    private static final Pattern BOOKMARK = Pattern.compile("[0-9A-Za-z._/-]{1,2000}");

    private final ChaincodeStub stub;
    private final Map<String, byte[]> read = new HashMap<>();

    LedgerState(ChaincodeStub stub) {
        this.stub = stub;
    }

    <F extends Record> Optional<F> find(Class<F> type, LedgerKey key) {
        byte[] value = read(key);
        return value.length == 0 ? Optional.empty() : Optional.of(decode(type, value));
    }

    boolean has(LedgerKey key) {
        return read(key).length > 0;
    }

    void put(LedgerKey key, Record fact) {
        stub.putState(key.composite().toString(), LedgerCodec.encode(fact));
    }

    /** Writes an index entry: its key says everything. */
    void mark(LedgerKey key) {
        stub.putState(key.composite().toString(), MARK);
    }

    void delete(LedgerKey key) {
        stub.delState(key.composite().toString());
    }

    /** All facts below a key. Only for what stays small however the network grows old: officers. */
    <F extends Record> List<F> all(Class<F> type, LedgerKey prefix) {
        var facts = new ArrayList<F>();
        for (KeyValue entry : stub.getStateByPartialCompositeKey(prefix.composite())) {
            facts.add(decode(type, entry.getValue()));
        }
        return facts;
    }

    /** Reads a page of the facts below a key. */
    <F extends Record> Page<F> page(Class<F> type, LedgerKey prefix, int size, String bookmark) {
        return page(prefix, size, bookmark, entry -> Optional.of(decode(type, entry.getValue())));
    }

    /**
     * Reads a page of what the index below a key names by the attributes after its own; entries whose fact is empty are left
     * out.
     */
    <F extends Record> Page<F> indexedPage(
            LedgerKey prefix, int size, String bookmark, Function<List<String>, Optional<F>> fact) {
        int own = prefix.attributes().size();
        return page(prefix, size, bookmark, entry -> {
            List<String> attributes =
                    CompositeKey.parseCompositeKey(entry.getKey()).getAttributes();
            return fact.apply(attributes.subList(own, attributes.size()));
        });
    }

    private <F extends Record> Page<F> page(
            LedgerKey prefix, int size, String bookmark, Function<KeyValue, Optional<F>> fact) {
        requirePageSize(size);
        String start = prefix.composite().toString();
        var facts = new ArrayList<F>();
        int bytes = 0;
        try (var results = stub.getStateByPartialCompositeKeyWithPagination(
                prefix.composite(), size, bookmark.isEmpty() ? "" : start + suffix(bookmark))) {
            for (KeyValue entry : results) {
                Optional<F> found = fact.apply(entry);
                bytes += found.map(LedgerCodec::encode)
                        .map(encoded -> encoded.length)
                        .orElse(0);
                if (bytes > PAGE_BYTES && !facts.isEmpty()) {
                    return new Page<>(facts, bookmark(start, entry.getKey()));
                }
                found.ifPresent(facts::add);
            }
            return new Page<>(facts, bookmark(start, results.getMetadata().getBookmark()));
        }
    }

    static void requirePageSize(int size) {
        RefusedException.unless(
                size >= 1 && size <= MemberCalls.MAX_PAGE,
                LedgerErrorCode.ARGUMENT_MALFORMED,
                "a page has 1 to " + MemberCalls.MAX_PAGE + " entries");
    }

    private static String suffix(String bookmark) {
        RefusedException.unless(
                BOOKMARK.matcher(bookmark).matches(),
                LedgerErrorCode.ARGUMENT_MALFORMED,
                "not a bookmark of this list");
        return bookmark.replace('/', SEPARATOR);
    }

    private static String bookmark(String start, String key) {
        return key.startsWith(start) ? key.substring(start.length()).replace(SEPARATOR, '/') : "";
    }

    private byte[] read(LedgerKey key) {
        return read.computeIfAbsent(key.composite().toString(), state -> {
            byte[] value = stub.getState(state);
            return value == null ? new byte[0] : value;
        });
    }

    private static <F extends Record> F decode(Class<F> type, byte[] value) {
        try {
            return LedgerCodec.decode(type, value);
        } catch (LedgerFormatException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(Exception cause) {
        return new IllegalStateException("the world state holds what this contract cannot read", cause);
    }

    /** Part of a list; an empty bookmark ends it. */
    record Page<F>(List<F> facts, String bookmark) {}
}
