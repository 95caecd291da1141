// SPDX-License-Identifier: Apache-2.0

package aegle.membership.register;

import aegle.record.Bytes;
import java.time.Instant;

/** The requests of officers that were seen lately, so that none counts twice, not even after a restart. */
public final class NonceRegister {
    public static final String SCHEMA =
            "CREATE TABLE IF NOT EXISTS nonce (nonce BLOB PRIMARY KEY, seen INTEGER NOT NULL)";

    private final RegisterDatabase database;

    public NonceRegister(RegisterDatabase database) {
        this.database = database;
    }

    /** Remember a request; tells whether it is new. */
    public boolean add(Bytes nonce, Instant time) {
        return database.run("INSERT OR IGNORE INTO nonce (nonce, seen) VALUES (?, ?)", statement -> {
            statement.setBytes(1, nonce.toByteArray());
            statement.setLong(2, time.toEpochMilli());
            return statement.executeUpdate() == 1;
        });
    }

    public void forgetBefore(Instant time) {
        database.run("DELETE FROM nonce WHERE seen < ?", statement -> {
            statement.setLong(1, time.toEpochMilli());
            return statement.executeUpdate();
        });
    }
}
