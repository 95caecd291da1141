// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.hyperledger.fabric.traces.Traces;

/** A contract that keeps notes and uses every service of its peer. */
final class NotebookContract extends ChaincodeBase {

    static final String NAME = "notebook";

    private NotebookContract() {}

    static NotebookContract create() {
        NotebookContract contract = new NotebookContract();
        contract.processCommandLineOptions(new String[] {"--id", NAME + ":1"});
        contract.validateOptions();
        Metrics.initialize(contract.getChaincodeConfig());
        Traces.initialize(contract.getChaincodeConfig());
        return contract;
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> arguments = stub.getParameters();
        return switch (stub.getFunction()) {
            case "put" -> put(stub, arguments);
            case "delete" -> delete(stub, arguments.getFirst());
            case "get" -> get(stub, arguments.getFirst());
            case "copy" -> copy(stub, arguments.get(0), arguments.get(1));
            case "count" -> count(stub, arguments);
            case "range" -> answer(keys(stub.getStateByRange(arguments.get(0), arguments.get(1))));
            case "page" ->
                page(stub.getStateByRangeWithPagination(
                        arguments.get(0), arguments.get(1), Integer.parseInt(arguments.get(2)), arguments.get(3)));
            case "putChild" -> putChild(stub, arguments);
            case "children" -> answer(children(stub, arguments.getFirst()));
            case "pageChildren" ->
                page(stub.getStateByPartialCompositeKeyWithPagination(
                        new CompositeKey(arguments.get(0)), Integer.parseInt(arguments.get(1)), arguments.get(2)));
            case "history" -> answer(history(stub, arguments.getFirst()));
            case "readOwn" -> readOwn(stub, arguments);
            case "pageThenPut" -> pageThenPut(stub, arguments.getFirst());
            case "private" -> answer(List.of(text(stub.getPrivateData("collection", arguments.getFirst()))));
            case "measure" -> measure(stub);
            case "fail" -> ResponseUtils.newErrorResponse(arguments.getFirst());
            default -> throw new IllegalStateException("no such function");
        };
    }

    private static Response put(ChaincodeStub stub, List<String> arguments) {
        stub.putStringState(arguments.get(0), arguments.get(1));
        if (arguments.size() > 2) {
            stub.setEvent(arguments.get(2), bytes(arguments.get(1)));
        }
        return ResponseUtils.newSuccessResponse(bytes(arguments.get(1)));
    }

    private static Response delete(ChaincodeStub stub, String key) {
        stub.delState(key);
        return ResponseUtils.newSuccessResponse();
    }

    private static Response get(ChaincodeStub stub, String key) {
        String value = stub.getStringState(key);
        return value.isEmpty()
                ? ResponseUtils.newErrorResponse("NOT_FOUND: no note " + key)
                : ResponseUtils.newSuccessResponse(bytes(value));
    }

    private static Response copy(ChaincodeStub stub, String from, String to) {
        stub.putStringState(to, stub.getStringState(from) + "'");
        return ResponseUtils.newSuccessResponse();
    }

    private static Response count(ChaincodeStub stub, List<String> arguments) {
        int notes =
                keys(stub.getStateByRange(arguments.get(0), arguments.get(1))).size();
        stub.putStringState(arguments.get(2), Integer.toString(notes));
        return ResponseUtils.newSuccessResponse();
    }

    private static Response putChild(ChaincodeStub stub, List<String> arguments) {
        String key = stub.createCompositeKey(arguments.get(0), arguments.get(1)).toString();
        stub.putStringState(key, arguments.get(1));
        return ResponseUtils.newSuccessResponse();
    }

    private static List<String> children(ChaincodeStub stub, String type) {
        List<String> children = new ArrayList<>();
        for (KeyValue child : stub.getStateByPartialCompositeKey(type)) {
            children.add(child.getStringValue());
        }
        return children;
    }

    private static List<String> history(ChaincodeStub stub, String key) {
        List<String> history = new ArrayList<>();
        for (KeyModification change : stub.getHistoryForKey(key)) {
            history.add(change.isDeleted() ? "(deleted)" : change.getStringValue());
        }
        return history;
    }

    private static Response readOwn(ChaincodeStub stub, List<String> arguments) {
        stub.putStringState(arguments.get(0), arguments.get(1));
        return ResponseUtils.newSuccessResponse(bytes("[" + stub.getStringState(arguments.get(0)) + "]"));
    }

    private static Response pageThenPut(ChaincodeStub stub, String key) {
        page(stub.getStateByRangeWithPagination("a", "z", 1, ""));
        stub.putStringState(key, "after paging");
        return ResponseUtils.newSuccessResponse();
    }

    private static Response measure(ChaincodeStub stub) {
        byte[] note = stub.getTransient().getOrDefault("note", new byte[0]);
        return answer(List.of(note.length + " bytes"));
    }

    private static Response page(QueryResultsIteratorWithMetadata<KeyValue> results) {
        List<String> values = new ArrayList<>();
        for (KeyValue entry : results) {
            values.add(entry.getStringValue());
        }
        return ResponseUtils.newSuccessResponse(
                bytes(String.join(",", values) + "|" + results.getMetadata().getBookmark()));
    }

    private static List<String> keys(Iterable<KeyValue> results) {
        List<String> keys = new ArrayList<>();
        for (KeyValue entry : results) {
            keys.add(entry.getKey());
        }
        return keys;
    }

    private static Response answer(List<String> words) {
        return ResponseUtils.newSuccessResponse(bytes(String.join(",", words)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
