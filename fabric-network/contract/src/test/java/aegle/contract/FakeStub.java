// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/**
 * One call's view of a {@link FakeLedger}, as a peer gives it: reads see what is committed, never the call's own writes; paged
 * reads are for calls that write nothing.
 */
final class FakeStub implements ChaincodeStub {
    private static final String AFTER_ALL = "\udbff\udfff";

    private final FakeLedger ledger;
    private final List<byte[]> arguments;
    private final byte[] creator;
    private final String channel;
    private final Instant timestamp;
    private final String transactionId;
    private final Map<String, Optional<byte[]>> writes = new TreeMap<>();
    private Optional<ChaincodeEvent> event = Optional.empty();
    private int reads;
    private boolean paged;

    FakeStub(FakeLedger ledger, List<byte[]> arguments, byte[] creator, String channel, Instant timestamp, String id) {
        this.ledger = ledger;
        this.arguments = arguments;
        this.creator = creator;
        this.channel = channel;
        this.timestamp = timestamp;
        this.transactionId = id;
    }

    Map<String, Optional<byte[]>> writes() {
        return writes;
    }

    int reads() {
        return reads;
    }

    void commit() {
        if (paged && !writes.isEmpty()) {
            throw new IllegalStateException("a peer refuses writes after a paged read");
        }
        ledger.commit(writes, event.map(set -> set.getPayload().toByteArray()));
    }

    @Override
    public List<byte[]> getArgs() {
        return arguments;
    }

    @Override
    public String getTxId() {
        return transactionId;
    }

    @Override
    public String getChannelId() {
        return channel;
    }

    @Override
    public Instant getTxTimestamp() {
        return timestamp;
    }

    @Override
    public byte[] getCreator() {
        return creator.clone();
    }

    @Override
    public byte[] getState(String key) {
        reads++;
        return ledger.read(key);
    }

    @Override
    public void putState(String key, byte[] value) {
        if (value.length == 0) {
            throw new IllegalArgumentException("an empty value is a missing one");
        }
        writes.put(key, Optional.of(value.clone()));
    }

    @Override
    public void delState(String key) {
        writes.put(key, Optional.empty());
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(CompositeKey compositeKey) {
        String start = compositeKey.toString();
        return new Results(ledger.range(start, start + AFTER_ALL), Integer.MAX_VALUE);
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByPartialCompositeKeyWithPagination(
            CompositeKey compositeKey, int pageSize, String bookmark) {
        paged = true;
        String start = compositeKey.toString();
        return new Results(ledger.range(bookmark.isEmpty() ? start : bookmark, start + AFTER_ALL), pageSize);
    }

    @Override
    public void setEvent(String name, byte[] payload) {
        event = Optional.of(ChaincodeEvent.newBuilder()
                .setEventName(name)
                .setPayload(ByteString.copyFrom(payload))
                .build());
    }

    @Override
    public ChaincodeEvent getEvent() {
        return event.orElseGet(ChaincodeEvent::getDefaultInstance);
    }

    private final class Results implements QueryResultsIteratorWithMetadata<KeyValue>, QueryResultsIterator<KeyValue> {
        private final List<KeyValue> entries = new ArrayList<>();
        private String bookmark = "";

        Results(Map<String, byte[]> range, int pageSize) {
            for (var entry : range.entrySet()) {
                if (entries.size() == pageSize) {
                    bookmark = entry.getKey();
                    break;
                }
                entries.add(new Entry(entry.getKey(), Bytes.of(entry.getValue())));
            }
            reads += entries.size();
        }

        @Override
        public QueryResponseMetadata getMetadata() {
            return QueryResponseMetadata.newBuilder()
                    .setFetchedRecordsCount(entries.size())
                    .setBookmark(bookmark)
                    .build();
        }

        @Override
        public Iterator<KeyValue> iterator() {
            return entries.iterator();
        }

        @Override
        public void close() {}
    }

    private record Entry(String key, Bytes value) implements KeyValue {
        @Override
        public String getKey() {
            return key;
        }

        @Override
        public byte[] getValue() {
            return value.toByteArray();
        }

        @Override
        public String getStringValue() {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public List<String> getStringArgs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getFunction() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> getParameters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response invokeChaincode(String name, List<byte[]> args, String channelName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] getStateValidationParameter(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setStateValidationParameter(String key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByRange(String start, String end) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByRangeWithPagination(
            String start, String end, int size, String mark) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String type, String... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompositeKey createCompositeKey(String type, String... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompositeKey splitCompositeKey(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getQueryResult(String query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getQueryResultWithPagination(
            String query, int size, String mark) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyModification> getHistoryForKey(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] getPrivateData(String collection, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] getPrivateDataHash(String collection, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] getPrivateDataValidationParameter(String collection, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putPrivateData(String collection, String key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPrivateDataValidationParameter(String collection, String key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delPrivateData(String collection, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void purgePrivateData(String collection, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByRange(String collection, String start, String end) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, CompositeKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
            String collection, String type, String... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataQueryResult(String collection, String query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SignedProposal getSignedProposal() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, byte[]> getTransient() {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] getBinding() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getMspId() {
        throw new UnsupportedOperationException();
    }
}
