// SPDX-License-Identifier: Apache-2.0

package aegle.membership.register;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The serial numbers of revoked certificates, with the time of revocation. */
public final class RevocationRegister {
    public static final String SCHEMA =
            "CREATE TABLE IF NOT EXISTS revocation (serial TEXT PRIMARY KEY, revoked INTEGER NOT NULL)";

    private static final int HEXADECIMAL = 16;

    private final RegisterDatabase database;

    public RevocationRegister(RegisterDatabase database) {
        this.database = database;
    }

    public void add(BigInteger serial, Instant time) {
        database.run("INSERT OR IGNORE INTO revocation (serial, revoked) VALUES (?, ?)", statement -> {
            statement.setString(1, serial.toString(HEXADECIMAL));
            statement.setLong(2, time.toEpochMilli());
            return statement.executeUpdate();
        });
    }

    /** All of them, the oldest revocation first. */
    public Map<BigInteger, Instant> all() {
        return database.run("SELECT serial, revoked FROM revocation ORDER BY rowid", statement -> {
            var found = new LinkedHashMap<BigInteger, Instant>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(new BigInteger(rows.getString(1), HEXADECIMAL), Instant.ofEpochMilli(rows.getLong(2)));
                }
            }
            return found;
        });
    }
}
