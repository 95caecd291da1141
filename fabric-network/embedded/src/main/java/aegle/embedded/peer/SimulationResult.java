// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Response;

/** What a contract answered, with its event and its serialized read-write set; nothing of it is on the ledger yet. */
record SimulationResult(Response response, Optional<ChaincodeEvent> event, ByteString readWriteSet) {

    /** Whether the contract's status may be endorsed (200 to 399, as in Fabric's gateway). */
    boolean isSuccess() {
        return response.getStatus() >= 200 && response.getStatus() < 400;
    }
}
