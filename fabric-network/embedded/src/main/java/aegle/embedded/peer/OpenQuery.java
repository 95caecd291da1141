// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.sql.SQLException;
import org.hyperledger.fabric.protos.peer.QueryResponse;

/** A query whose results the contract fetches page by page. */
interface OpenQuery {

    /** How many results one message carries. */
    int PAGE = 100;

    /** Read the next page. */
    QueryResponse.Builder nextPage(LedgerConnection connection) throws SQLException;
}
