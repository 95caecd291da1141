// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.text;

import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import java.time.Instant;
import java.util.Set;

/** A permission in one plain sentence, the same before it is given and while it counts. */
public final class PermissionSentence {
    private final WalletTexts texts;

    /** Speak the patient's language. */
    public PermissionSentence(WalletTexts texts) {
        this.texts = texts;
    }

    /** "Dr. Chen can read your laboratory results until the end of 30 June 2026." */
    public String whole(Member clinician, PermissionScope scope) {
        return texts.text("sentence.whole", texts.name(clinician), what(scope), when(scope));
    }

    /** "can read your laboratory results and add new documents to them". */
    public String what(PermissionScope scope) {
        if (!scope.documents().isEmpty()) {
            return texts.text("sentence.documents", scope.documents().size());
        }
        boolean everything = scope.categories().size() == DocumentCategory.values().length;
        String categories = everything
                ? texts.text("sentence.everything", texts.categories(scope.categories()))
                : texts.categories(scope.categories());
        return texts.text("sentence." + doing(scope.rights()), categories);
    }

    /** "until the end of 30 June 2026", with its beginning when that lies ahead. */
    public String when(PermissionScope scope) {
        Instant from = scope.validity().from();
        String end = texts.lastDay(scope.validity().to());
        return from.isAfter(texts.clock().instant())
                ? texts.text("sentence.from-to", texts.dates().date(from), end)
                : texts.text("sentence.to", end);
    }

    private static String doing(Set<Right> rights) {
        boolean read = rights.contains(Right.READ);
        boolean add = rights.contains(Right.WRITE);
        return read && add ? "read-add" : add ? "add" : "read";
    }
}
