// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.text;

import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.codec.LedgerErrorCode;
import aegle.wallet.news.Feed;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.session.SeenEvent;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Says in one sentence who did what, with the document's type and date where they are known. */
public final class EventSentence {
    private final WalletTexts texts;
    private final Feed<List<HeldDocument>> documents;

    /** Name documents as the list that was read last knows them. */
    public EventSentence(WalletTexts texts, Feed<List<HeldDocument>> documents) {
        this.texts = texts;
        this.documents = documents;
    }

    /** "Dr. Chen looked at: laboratory report of 7 September 2021". */
    public String what(SeenEvent seen) {
        AccessEvent event = seen.event();
        String name = texts.name(seen.clinician());
        String document = document(event);
        return event.isPermitted()
                ? texts.text("event." + event.kind().name(), name, document)
                : texts.text("event.refused." + event.kind().name(), name, document);
    }

    /** Why it was refused; empty if it was permitted. */
    public String reason(AccessEvent event) {
        return event.denial()
                .map(code -> texts.text("denial." + reasonKey(code)))
                .orElse("");
    }

    /** The glyph of what was permitted. */
    public static Feather glyph(AccessKind kind) {
        return switch (kind) {
            case OPEN -> Feather.EYE;
            case OPEN_CACHED -> Feather.WIFI_OFF;
            case UPLOAD -> Feather.FILE_PLUS;
        };
    }

    private String document(AccessEvent event) {
        return documents.valueProperty().get().orElse(List.of()).stream()
                .filter(held -> held.entry().id().equals(event.document()))
                .findFirst()
                .map(texts::typeAndDate)
                .orElseGet(() -> texts.text("event.document"));
    }

    private static String reasonKey(LedgerErrorCode code) {
        return switch (code) {
            case PERMISSION_REVOKED -> "stopped";
            case PERMISSION_EXPIRED -> "ended";
            case PERMISSION_NOT_YET_VALID -> "not-yet";
            case RIGHT_MISSING -> "right";
            case CATEGORY_NOT_COVERED, DOCUMENT_NOT_COVERED -> "not-covered";
            case MEMBER_REVOKED, MEMBER_NOT_ACTIVE, ATTESTATION_LAPSED -> "not-verified";
            case PERMISSION_UNKNOWN, PERMISSION_OF_ANOTHER_CLINICIAN -> "none";
            default -> "other";
        };
    }
}
