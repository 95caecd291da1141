// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the player did and saw: the content of {@code report.json}. */
public record DemoReport(
        String network, List<StepResult> steps, List<DocumentResult> documents, List<RefusedFile> refused) {

    /** Tells whether every step was done and every document was viewed as it was uploaded. */
    public boolean allHeld() {
        return steps.size() == Step.values().length
                && steps.stream().allMatch(StepResult::ok)
                && documents.stream().allMatch(DocumentResult::isViewedUnchanged);
    }

    public void write(Path file) throws IOException {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), this);
    }

    /** How one step went, and how long it took. */
    public record StepResult(Step step, boolean ok, long millis) {}

    /**
     * One document's way through the network.
     *
     * @param sha256 of the source file, hex
     * @param viewedSha256 of the bytes that were handed to the viewer, hex; empty if it was not viewed
     */
    public record DocumentResult(String file, long bytes, String category, String sha256, String viewedSha256) {
        private boolean isViewedUnchanged() {
            return sha256.equals(viewedSha256);
        }
    }

    /** A file that did not become a document, and why. */
    public record RefusedFile(String file, String reason) {}
}
