// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a hospital installs on its peer for a contract that runs as a service: a label, and where the process listens. There is no
 * code in it, so it is the hospital's own business: packages and their ids differ from hospital to hospital, and a process that is
 * to listen elsewhere, or the next version beside this one, is another package. The root that the process' certificate chains to, and
 * the peer's own TLS key, which is a secret, are filled in by the peer ({@link ContractTls}).
 *
 * <p>Format: a tar.gz of {@code metadata.json} and {@code code.tar.gz}, which holds {@code connection.json} (Fabric, "external
 * builders and launchers"). The archives are not compressed: compressors differ.
 */
public final class ContractPackage {
    private static final String TLS = """
            "dial_timeout":"10s","tls_required":true,"root_cert":"{{.root_cert}}",\
            "client_auth_required":true,"client_cert":"{{.client_cert}}","client_key":"{{.client_key}}\"""";
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}");

    private final String label;
    private final byte[] bytes;

    private ContractPackage(String label, byte[] bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /**
     * Make the package.
     *
     * @param label letters, digits and {@code _.+-}; changes with the contract's version
     * @param address host and port of this hospital's contract process, as its peer dials it
     */
    public static ContractPackage labelled(String label, String address) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("Fabric takes no such label: " + label);
        }
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("an address is host:port, not " + address);
        }
        String connection = "{\"address\":\"" + address + "\"," + TLS + "}\n";
        String metadata = "{\"type\":\"ccaas\",\"label\":\"" + label + "\"}\n";
        byte[] code = stored(tar(entry("connection.json", connection.getBytes(StandardCharsets.UTF_8))));
        byte[] whole = stored(
                tar(entry("metadata.json", metadata.getBytes(StandardCharsets.UTF_8)), entry("code.tar.gz", code)));
        return new ContractPackage(label, whole);
    }

    /** Label and SHA-256, as Fabric's lifecycle and the contract's process want it. */
    public String id() {
        try {
            return label + ":"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String label() {
        return label;
    }

    /** Write the package where {@code peer lifecycle chaincode install} finds it. */
    public void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** One file of a tar archive (POSIX ustar): owner 0, time 0, mode 0644. */
    private static byte[] entry(String name, byte[] content) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, String.format("%011o", content.length));
        put(header, 136, "00000000000");
        Arrays.fill(header, 148, 156, (byte) ' ');
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte value : header) {
            sum += value & 0xff;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        byte[] entry = Arrays.copyOf(header, header.length + (content.length + 511) / 512 * 512);
        System.arraycopy(content, 0, entry, header.length, content.length);
        return entry;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, header, offset, ascii.length);
    }

    private static byte[] tar(byte[]... entries) {
        var archive = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            archive.writeBytes(entry);
        }
        archive.writeBytes(new byte[1024]);
        return archive.toByteArray();
    }

    /** A gzip member (RFC 1952) with one stored block (RFC 1951): no time, no name, unknown system. */
    private static byte[] stored(byte[] content) {
        if (content.length > 0xffff) {
            throw new IllegalArgumentException("a stored block holds 64 KiB");
        }
        var crc = new CRC32();
        crc.update(content);
        var gzip = new ByteArrayOutputStream();
        gzip.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
        gzip.write(1);
        littleEndian(gzip, content.length, 2);
        littleEndian(gzip, ~content.length, 2);
        gzip.writeBytes(content);
        littleEndian(gzip, crc.getValue(), 4);
        littleEndian(gzip, content.length, 4);
        return gzip.toByteArray();
    }

    private static void littleEndian(ByteArrayOutputStream out, long value, int length) {
        for (int i = 0; i < length; i++) {
            out.write((int) (value >> (8 * i)));
        }
    }
}
