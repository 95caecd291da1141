// SPDX-License-Identifier: Apache-2.0

package aegle.membership.register;

import aegle.record.KeyDigest;
import aegle.sharing.enrollment.NetworkRole;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every certificate that the service has had issued, by its key. */
public final class CertificateRegister {
    public static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS certificate (
              serial TEXT PRIMARY KEY, key BLOB NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL, der BLOB NOT NULL)""";
    public static final String INDEX = "CREATE INDEX IF NOT EXISTS certificate_key ON certificate (key)";

    private final RegisterDatabase database;

    public CertificateRegister(RegisterDatabase database) {
        this.database = database;
    }

    public void add(KeyDigest key, IssuedCertificate issued) {
        database.run("INSERT INTO certificate (serial, key, role, name, der) VALUES (?, ?, ?, ?, ?)", statement -> {
            statement.setString(1, issued.certificate().getSerialNumber().toString(16));
            statement.setBytes(2, key.value().toByteArray());
            statement.setString(3, issued.role().name());
            statement.setString(4, issued.name());
            statement.setBytes(5, encode(issued.certificate()));
            return statement.executeUpdate();
        });
    }

    /** All certificates of a key, the oldest first. */
    public List<IssuedCertificate> of(KeyDigest key) {
        return database.run("SELECT role, name, der FROM certificate WHERE key = ? ORDER BY rowid", statement -> {
            statement.setBytes(1, key.value().toByteArray());
            var found = new ArrayList<IssuedCertificate>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows));
                }
            }
            return List.copyOf(found);
        });
    }

    private static IssuedCertificate read(ResultSet row) throws SQLException {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(row.getBytes(3)));
            return new IssuedCertificate(NetworkRole.valueOf(row.getString(1)), row.getString(2), certificate);
        } catch (CertificateException e) {
            throw new SQLException("a certificate in the register is damaged", e);
        }
    }

    private static byte[] encode(X509Certificate certificate) throws SQLException {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new SQLException("the certificate has no encoding", e);
        }
    }
}
