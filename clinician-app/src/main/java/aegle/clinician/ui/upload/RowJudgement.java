// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.aria.AriaProfile;
import aegle.clinician.aria.ExportFields;
import aegle.clinician.aria.ExportedDocument;
import aegle.clinician.aria.IdentifierMatch;
import aegle.clinician.ui.Wording;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentKind;
import aegle.sharing.retrieval.GrantedRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proposes patient, category, date and type of a file, with reasons, and says what stands between it and the record. */
final class RowJudgement {
    private final AriaProfile profile;
    private final Wording wording;
    private final Clock clock;

    RowJudgement(AriaProfile profile, Wording wording, Clock clock) {
        this.profile = profile;
        this.wording = wording;
        this.clock = clock;
    }

    /** Tells whether the document says that it is not approved yet. */
    boolean isPending(ExportFields fields) {
        return fields.status().filter(status -> !profile.isApproved(status)).isPresent();
    }

    /** Fill in what can be guessed; what was chosen for all files holds where the document says nothing. */
    void propose(UploadRow row, ExportedDocument document, List<GrantedRecord> records, Optional<GrantedRecord> usual) {
        ExportFields fields = document.fields();
        var reasons = new ArrayList<String>();
        row.patientProperty()
                .set(patient(fields, records, reasons).or(() -> fields.namesPatient() ? Optional.empty() : usual));
        Optional<DocumentKind> kind = fields.documentType().flatMap(profile::kind);
        kind.ifPresent(found -> {
            row.kindProperty().set(found);
            row.categoryProperty().set(Optional.of(found.category()));
            reasons.add(wording.text("upload.reason.type", fields.documentType().orElse("")));
        });
        if (kind.isEmpty()) {
            fields.documentType().ifPresent(type -> reasons.add(wording.text("upload.reason.type.unknown", type)));
        }
        row.dateProperty().set(Optional.of(fields.dateOfService().orElseGet(() -> untilToday(document.fileDate()))));
        reasons.add(
                wording.text(fields.dateOfService().isPresent() ? "upload.reason.date" : "upload.reason.date.file"));
        row.propose(String.join(" ", reasons));
    }

    /** Say what is missing or wrong; ready when nothing is. */
    void judge(UploadRow row) {
        RowState now = row.stateProperty().get();
        boolean open = now == RowState.CHECKING || now.isEditable();
        if (row.document().isEmpty() || !open) {
            return;
        }
        Optional<String> obstacle = obstacle(row);
        row.become(
                obstacle.isPresent() ? RowState.ATTENTION : RowState.READY,
                obstacle.orElseGet(() -> wording.text(row.isTwiceInList() ? "upload.ready.twice" : "upload.ready")));
    }

    /** Tells whether the clinician herself must say that the document is this patient's. */
    boolean needsCheckByHand(UploadRow row) {
        return row.match()
                .filter(match -> match == IdentifierMatch.NONE_FOUND || match == IdentifierMatch.ONE_MATCHES)
                .isPresent();
    }

    private Optional<GrantedRecord> patient(ExportFields fields, List<GrantedRecord> records, List<String> reasons) {
        for (IdentifierMatch wanted : List.of(IdentifierMatch.TWO_MATCH, IdentifierMatch.ONE_MATCHES)) {
            List<GrantedRecord> fitting = records.stream()
                    .filter(record -> IdentifierMatch.of(fields, record) == wanted)
                    .toList();
            if (fitting.size() == 1) {
                reasons.add(wording.text("upload.reason." + wanted.name()));
                return Optional.of(fitting.getFirst());
            }
        }
        reasons.add(
                fields.namesPatient()
                        ? wording.text("upload.reason.nobody", named(fields))
                        : wording.text("upload.reason.noidentifiers"));
        return Optional.empty();
    }

    private Optional<String> obstacle(UploadRow row) {
        Optional<GrantedRecord> chosen = row.patientProperty().get();
        if (chosen.isEmpty()) {
            boolean named = row.document()
                    .filter(document -> document.fields().namesPatient())
                    .isPresent();
            return Optional.of(wording.text(named ? "upload.patient.nobody" : "upload.patient.choose"));
        }
        GrantedRecord record = chosen.get();
        String name = record.patient().name();
        if (row.match().equals(Optional.of(IdentifierMatch.CONTRADICTED))) {
            ExportFields fields = row.document().map(ExportedDocument::fields).orElseGet(ExportFields::none);
            return Optional.of(wording.text("upload.patient.wrong", named(fields), name));
        }
        if (!record.isIdentityConfirmed()) {
            return Optional.of(wording.text("upload.patient.unconfirmed", name));
        }
        return category(row, record)
                .or(() -> date(row))
                .or(() -> row.isInRecord() && !row.duplicateWantedProperty().get()
                        ? Optional.of(wording.text("upload.duplicate"))
                        : Optional.empty())
                .or(() -> needsCheckByHand(row) && !row.checkedByHandProperty().get()
                        ? Optional.of(wording.text("upload.check", name))
                        : Optional.empty());
    }

    private Optional<String> category(UploadRow row, GrantedRecord record) {
        Optional<DocumentCategory> category = row.categoryProperty().get();
        if (category.isEmpty()) {
            return Optional.of(wording.text("upload.category.choose"));
        }
        return record.writingPermission(category.get()).isPresent()
                ? Optional.empty()
                : Optional.of(wording.text(
                        "upload.category.notallowed", record.patient().name(), wording.category(category.get())));
    }

    private LocalDate untilToday(LocalDate fileDate) {
        LocalDate today = LocalDate.now(clock);
        return fileDate.isAfter(today) ? today : fileDate;
    }

    private Optional<String> date(UploadRow row) {
        Optional<LocalDate> date = row.dateProperty().get();
        if (date.isEmpty()) {
            return Optional.of(wording.text("upload.date.choose"));
        }
        return date.get().isAfter(LocalDate.now(clock).plusDays(1))
                ? Optional.of(wording.text("upload.date.future"))
                : Optional.empty();
    }

    private String named(ExportFields fields) {
        var named = new ArrayList<String>();
        fields.hospitalNumber().ifPresent(number -> named.add(wording.text("patient.number", number)));
        fields.birthDate()
                .ifPresent(born ->
                        named.add(wording.text("patient.born", wording.dates().date(born))));
        return String.join(", ", named);
    }
}
