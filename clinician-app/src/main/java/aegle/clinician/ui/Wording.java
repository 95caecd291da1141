// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.desktop.kit.Dates;
import aegle.desktop.kit.Messages;
import aegle.record.MspId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentKind;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.sharing.key.PatientCard;
import aegle.sharing.retrieval.GrantedRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words for categories, types, rights and patients that every screen uses alike. */
public final class Wording {
    private final Messages messages;
    private final Dates dates;
    private final Map<MspId, String> hospitals;

    /**
     * Speak one language.
     *
     * @param hospitals the names of the hospitals of this network
     */
    public Wording(Messages messages, Dates dates, Map<MspId, String> hospitals) {
        this.messages = messages;
        this.dates = dates;
        this.hospitals = Map.copyOf(hospitals);
    }

    public Messages messages() {
        return messages;
    }

    public Dates dates() {
        return dates;
    }

    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** A hospital by its name; by its number in the network if this program was not told of it. */
    public String hospital(MspId hospital) {
        return hospitals.getOrDefault(hospital, hospital.value());
    }

    public String category(DocumentCategory category) {
        return text("category." + category.name());
    }

    /** Categories in their fixed order, "history and physical, laboratory results"; all of them in one word. */
    public String categories(Collection<DocumentCategory> categories) {
        if (categories.size() == DocumentCategory.values().length) {
            return text("category.all");
        }
        return Arrays.stream(DocumentCategory.values())
                .filter(categories::contains)
                .map(this::category)
                .collect(Collectors.joining(", "));
    }

    public String kind(DocumentKind kind) {
        return text("kind." + kind.name());
    }

    /** A type by its ledger name; one that this program does not know is another document. */
    public String kind(String ledgerName) {
        return kind(DocumentKind.named(ledgerName).orElse(DocumentKind.OTHER_DOCUMENT));
    }

    /** "You may read and add: laboratory results, until 30 June 2026." */
    public String allowance(Permission permission) {
        var scope = permission.scope();
        String what = scope.documents().isEmpty()
                ? categories(scope.categories())
                : text("allow.documents", scope.documents().size());
        return text(
                "allow.sentence",
                rights(scope.rights()),
                what,
                until(scope.validity().to()));
    }

    /** "read and add". */
    public String rights(Collection<Right> rights) {
        boolean reads = rights.contains(Right.READ);
        boolean writes = rights.contains(Right.WRITE);
        if (reads && writes) {
            return text("right.both");
        }
        return text(reads ? "right.read" : writes ? "right.write" : "right.share");
    }

    /** The last day on which something is allowed: its end is the first instant on which it is not. */
    public String until(Instant end) {
        return dates.date(end.minusMillis(1));
    }

    /** When the last of a record's permissions ends. */
    public Instant end(GrantedRecord record) {
        return record.permissions().stream()
                .map(permission -> permission.scope().validity().to())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    public String born(PatientCard patient) {
        return text("patient.born", dates.date(patient.birthDate()));
    }

    /** "Hospital number MC-1001", or that she gave none. */
    public String numbers(PatientCard patient) {
        List<String> numbers = patient.hospitalNumbers();
        return numbers.isEmpty() ? text("patient.number.none") : text("patient.number", String.join(", ", numbers));
    }

    /** What is searched when somebody types a name, a number or a birth date. */
    public String searchable(PatientCard patient) {
        return (patient.name() + " " + String.join(" ", patient.hospitalNumbers()) + " " + patient.birthDate() + " "
                        + dates.date(patient.birthDate()))
                .toLowerCase(Locale.ROOT);
    }
}
