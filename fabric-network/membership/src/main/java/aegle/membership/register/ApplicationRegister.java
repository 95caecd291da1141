// SPDX-License-Identifier: Apache-2.0

package aegle.membership.register;

import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.SigningPublicKey;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.sharing.enrollment.ClinicianApplication;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The applications of clinicians. One waits until its certificate is collected, or until it is forgotten. */
public final class ApplicationRegister {
    public static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS application (
              member BLOB PRIMARY KEY, hospital TEXT NOT NULL, key BLOB NOT NULL UNIQUE, content BLOB NOT NULL,
              received INTEGER NOT NULL, collected INTEGER NOT NULL DEFAULT 0)""";

    private final RegisterDatabase database;

    public ApplicationRegister(RegisterDatabase database) {
        this.database = database;
    }

    public Optional<ClinicianApplication> find(MemberId member) {
        return database.run("SELECT content FROM application WHERE member = ?", statement -> {
            statement.setBytes(1, member.value().toByteArray());
            return read(statement).stream().findFirst();
        });
    }

    public Optional<ClinicianApplication> find(SigningPublicKey key) {
        return database.run("SELECT content FROM application WHERE key = ?", statement -> {
            statement.setBytes(1, key.digest().value().toByteArray());
            return read(statement).stream().findFirst();
        });
    }

    /** Keep an application; a later one of the same applicant takes the earlier one's place. */
    public void keep(ClinicianApplication application, Instant received) {
        database.run("""
                INSERT INTO application (member, hospital, key, content, received) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (member) DO UPDATE SET hospital = excluded.hospital, content = excluded.content""", statement -> {
            statement.setBytes(1, application.member().value().toByteArray());
            statement.setString(2, application.hospital().value());
            statement.setBytes(3, application.key().digest().value().toByteArray());
            statement.setBytes(4, LedgerCodec.encode(application));
            statement.setLong(5, received.toEpochMilli());
            return statement.executeUpdate();
        });
    }

    public void markCollected(MemberId member) {
        database.run("UPDATE application SET collected = 1 WHERE member = ?", statement -> {
            statement.setBytes(1, member.value().toByteArray());
            return statement.executeUpdate();
        });
    }

    /** The next waiting applications at a hospital, by number. */
    public List<ClinicianApplication> waiting(MspId hospital, Optional<MemberId> after, int limit) {
        return database.run("""
                SELECT content FROM application
                WHERE hospital = ? AND collected = 0 AND member > ? ORDER BY member LIMIT ?""", statement -> {
            statement.setString(1, hospital.value());
            statement.setBytes(
                    2, after.map(member -> member.value().toByteArray()).orElseGet(() -> new byte[0]));
            statement.setInt(3, limit);
            return read(statement);
        });
    }

    public int countWaiting(MspId hospital) {
        return database.run("SELECT count(*) FROM application WHERE hospital = ? AND collected = 0", statement -> {
            statement.setString(1, hospital.value());
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }

    public void forgetWaitingSince(Instant time) {
        database.run("DELETE FROM application WHERE collected = 0 AND received < ?", statement -> {
            statement.setLong(1, time.toEpochMilli());
            return statement.executeUpdate();
        });
    }

    private static List<ClinicianApplication> read(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<ClinicianApplication>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(LedgerCodec.decode(ClinicianApplication.class, rows.getBytes(1)));
            }
            return List.copyOf(found);
        } catch (LedgerFormatException e) {
            throw new SQLException("an application in the register is damaged", e);
        }
    }
}
