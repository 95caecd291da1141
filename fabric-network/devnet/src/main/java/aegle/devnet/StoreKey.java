// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A key of one store: its administrator's, or the one that a hospital's contract signs with, which may get and put objects of the
 * bucket and nothing else.
 */
final class StoreKey {
    private final String access;
    private final String secret;

    private StoreKey(String access, String secret) {
        this.access = access;
        this.secret = secret;
    }

    static StoreKey ofAdministrator(NetworkSettings settings, String store) throws IOException {
        String name = StoreNodes.administrator(store);
        return new StoreKey(name, settings.secret(name));
    }

    /** Its name is the same at every store, its secret is not. */
    static StoreKey ofContract(NetworkSettings settings, Hospital hospital, String store) throws IOException {
        return new StoreKey(hospital.contract(), settings.secret(contractSecret(hospital, store)));
    }

    static List<StoreKey> ofContracts(NetworkSettings settings, List<Hospital> hospitals, String store)
            throws IOException {
        var keys = new ArrayList<StoreKey>();
        for (Hospital hospital : hospitals) {
            keys.add(ofContract(settings, hospital, store));
        }
        return keys;
    }

    /** The name in the settings of the secret of a contract's key. */
    static String contractSecret(Hospital hospital, String store) {
        return hospital.contract() + "@" + store;
    }

    String access() {
        return access;
    }

    String secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "StoreKey[" + access + "]";
    }
}
