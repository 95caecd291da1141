// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthorityException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** What a name proves itself with when it enrolls at a Fabric CA. Closing wipes it; texts made of it cannot be wiped. */
final class EnrollmentSecret implements AutoCloseable {
    private static final int RANDOM_BYTES = 24;

    private final byte[] text;

    private EnrollmentSecret(byte[] text) {
        this.text = text;
    }

    static EnrollmentSecret random(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        try {
            return new EnrollmentSecret(Base64.getUrlEncoder().encode(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static EnrollmentSecret read(Path file) throws CertificateAuthorityException {
        try {
            byte[] content = Files.readAllBytes(file);
            int from = 0;
            int to = content.length;
            while (from < to && content[from] <= ' ') {
                from++;
            }
            while (from < to && content[to - 1] <= ' ') {
                to--;
            }
            byte[] text = Arrays.copyOfRange(content, from, to);
            Arrays.fill(content, (byte) 0);
            if (text.length == 0) {
                throw new IOException("the file is empty");
            }
            return new EnrollmentSecret(text);
        } catch (IOException e) {
            throw new CertificateAuthorityException("the registrar's secret cannot be read from " + file, e);
        }
    }

    /** The header value of RFC 7617. */
    String authorization(String name) {
        String pair = name + ":" + reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    String reveal() {
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        Arrays.fill(text, (byte) 0);
    }

    @Override
    public String toString() {
        return "EnrollmentSecret[secret]";
    }
}
