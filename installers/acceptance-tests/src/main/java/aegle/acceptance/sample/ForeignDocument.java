// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.nio.file.Path;

/** A file that somebody else might drop on a program, and what must become of it. */
public record ForeignDocument(Path file, Expectation expectation) {

    /** What an honest reader finds in a foreign file. */
    public enum Expectation {
        /** A PDF with pages, whatever its size or name. */
        READABLE,
        /** A PDF that asks for a password. */
        ENCRYPTED,
        /** Begins like a PDF, but no page can be recovered. */
        DAMAGED,
        /** No bytes at all. */
        EMPTY,
        /** Something else that is named .pdf. */
        NOT_A_PDF
    }

    /** Answer whether the file must be accepted. */
    public boolean readable() {
        return expectation == Expectation.READABLE;
    }
}
