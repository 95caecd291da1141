// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.util.List;
import java.util.Optional;

/** A PDF in memory with what the viewer says about it. The viewer takes the bytes over and wipes them when it closes. */
public final class OpenedPdf {
    private final byte[] content;
    private final Description description;

    /** Hand over a PDF. */
    public OpenedPdf(byte[] content, Description description) {
        this.content = content;
        this.description = description;
    }

    byte[] content() {
        return content;
    }

    /** What the viewer says about it. */
    public Description description() {
        return description;
    }

    @Override
    public String toString() {
        return "OpenedPdf[personal]";
    }

    /**
     * What the viewer says about a PDF, in the user's language.
     *
     * @param title at the top, such as "Laboratory report, 3 May 2026"
     * @param marks what was verified, such as "As uploaded by Dr. Chen, unchanged"; each is shown with a check mark
     * @param facts in the Details
     * @param notice one line above the page, such as that it is shown without the network
     */
    public record Description(String title, List<String> marks, List<Fact> facts, Optional<String> notice) {
        public Description {
            marks = List.copyOf(marks);
            facts = List.copyOf(facts);
        }

        @Override
        public String toString() {
            return "Description[personal]";
        }
    }

    /**
     * One line of the Details.
     *
     * @param id ends the id of the node that shows the value, {@code viewer-fact-<id>}
     */
    public record Fact(String id, String name, String value) {}
}
