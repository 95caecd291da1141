// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder from which the clinician's program takes its documents, filled with copies and emptied before the viewing. */
final class ExportFolder {
    private final Path folder;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** Fill a folder with copies of every file of another one. */
    static ExportFolder filled(Path folder, Path from) throws IOException {
        var export = new ExportFolder(Files.createDirectories(folder));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path copy = folder.resolve(String.valueOf(file.getFileName()));
                Files.copy(file, copy);
                export.sources.put(String.valueOf(copy.getFileName()), Source.of(copy));
            }
        }
        if (export.sources.isEmpty()) {
            throw new IOException("there is no file in " + from);
        }
        return export;
    }

    Path path() {
        return folder;
    }

    List<String> names() {
        return List.copyOf(sources.keySet());
    }

    Source source(String name) {
        Source source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException("the export folder had no " + name);
        }
        return source;
    }

    /** Move the folder away, so that nothing can come from it any more. */
    void moveAway() throws IOException {
        Files.move(folder, folder.resolveSibling(folder.getFileName() + "-moved-away"));
    }

    /** A file's name as the programs write it: sealed texts are in normal form C. */
    static String normalized(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What a file was before it went into the network. Length in bytes, digest in hex. */
    record Source(long bytes, String sha256) {
        static Source of(Path file) throws IOException {
            byte[] content = Files.readAllBytes(file);
            return new Source(content.length, ExportFolder.sha256(content));
        }
    }
}
