// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one clinician names a document to another, as in a referral letter. It opens nothing. */
public record DocumentReference(PatientPseudonym record, DocumentId document) {
    private static final Pattern FORM = Pattern.compile("aegle-document:([0-9a-f]{64})/([0-9a-f]{32})");

    public String text() {
        return "aegle-document:" + record.hex() + "/" + document.hex();
    }

    public static Optional<DocumentReference> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new DocumentReference(
                        PatientPseudonym.ofHex(matcher.group(1)), DocumentId.ofHex(matcher.group(2))))
                : Optional.empty();
    }
}
