// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.text;

import aegle.desktop.kit.Dates;
import aegle.desktop.kit.Messages;
import aegle.record.MspId;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.Specialty;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentKind;
import aegle.wallet.session.HeldDocument;
import java.text.ListFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names of things in the patient's language: people, hospitals, categories, documents, dates. */
public final class WalletTexts {
    private final Messages messages;
    private final Dates dates;
    private final Clock clock;
    private final Function<MspId, String> hospitals;

    /** Name things; {@code hospitals} knows the hospitals' names. */
    public WalletTexts(Messages messages, Clock clock, Function<MspId, String> hospitals) {
        this.messages = messages;
        this.dates = new Dates(messages, clock);
        this.clock = clock;
        this.hospitals = hospitals;
    }

    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    public Messages messages() {
        return messages;
    }

    public Dates dates() {
        return dates;
    }

    public Clock clock() {
        return clock;
    }

    public String name(Member member) {
        return member.professional().name();
    }

    public String hospital(Member member) {
        return hospitals.apply(member.hospital());
    }

    /** "Radiation oncology, St. Anne's Hospital"; the hospital alone for a specialty that we have no word for. */
    public String work(Member member) {
        return Specialty.of(member.professional().taxonomy())
                .map(specialty -> text("person.work", text("specialty." + specialty.name()), hospital(member)))
                .orElseGet(() -> hospital(member));
    }

    /** Who has verified this person, in one sentence. */
    public String verification(Member member) {
        if (member.status() == MemberStatus.REVOKED) {
            return text("person.revoked");
        }
        if (member.attestation().hasLapsed(clock.instant())) {
            return text("person.lapsed", hospital(member));
        }
        return member.attestation().method() == AttestationMethod.PRACTICE
                ? text("person.practice")
                : text("person.verified", hospital(member));
    }

    /** Says whether this person's membership is in order now. */
    public boolean isVerified(Member member) {
        return member.status() == MemberStatus.ACTIVE && !member.attestation().hasLapsed(clock.instant());
    }

    public String category(DocumentCategory category) {
        return text("category." + category.name());
    }

    /** "laboratory results and radiation dose". */
    public String categories(Set<DocumentCategory> categories) {
        return list(Stream.of(DocumentCategory.values())
                .filter(categories::contains)
                .map(category -> text("category." + category.name() + ".inline"))
                .toList());
    }

    /** "Laboratory report"; the category's name when the label is missing. */
    public String type(HeldDocument document) {
        return document.label()
                .flatMap(label -> DocumentKind.named(label.documentType()))
                .map(kind -> text("kind." + kind.name()))
                .orElseGet(() -> category(document.entry().category()));
    }

    /** "Laboratory report of 7 September 2021". */
    public String typeAndDate(HeldDocument document) {
        return text("document.of", type(document), dates.date(document.date(clock.getZone())));
    }

    /** The last day of a permission: its end is the first moment of the day after. */
    public String lastDay(Instant end) {
        return dates.date(end.minusMillis(1));
    }

    /** "a, b and c". */
    public String list(List<String> items) {
        return ListFormat.getInstance(messages.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(items);
    }
}
