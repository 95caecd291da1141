// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import aegle.desktop.kit.Messages;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.request.RequestedAccess;
import aegle.wallet.text.WalletTexts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionDraftTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-16T08:30:00Z"), ZoneOffset.UTC);
    private static final WalletTexts TEXTS =
            new WalletTexts(Messages.load(Locale.US, "aegle.wallet.texts"), CLOCK, MspId::value);

    private final PermissionDraft draft = new PermissionDraft(TEXTS);

    @Test
    void a_fresh_draft_ends_in_thirty_days_and_lacks_a_choice() {
        assertNotEquals("", draft.whatProblem());
        assertEquals("", draft.untilProblem());
        draft.includedProperty(DocumentCategory.RADIATION_DOSE).set(true);
        assertEquals("", draft.whatProblem());
        PermissionScope scope = draft.scope(List.of());
        assertEquals(Set.of(Right.READ), scope.rights());
        assertEquals(Instant.parse("2026-06-16T00:00:00Z"), scope.validity().from());
        assertEquals(Instant.parse("2026-07-17T00:00:00Z"), scope.validity().to());
    }

    @Test
    void a_visit_ends_with_the_day() {
        draft.fillSecondOpinion();
        draft.untilProperty().set(PermissionDraft.Until.VISIT);
        assertEquals(
                Instant.parse("2026-06-17T00:00:00Z"),
                draft.scope(List.of()).validity().to());
    }

    @Test
    void an_end_that_is_over_or_before_the_beginning_is_refused() {
        draft.fillSecondOpinion();
        draft.untilProperty().set(PermissionDraft.Until.DATE);
        draft.to().set(LocalDate.of(2026, 6, 15));
        assertEquals(TEXTS.text("allow.until.past"), draft.untilProblem());
        draft.to().set(LocalDate.of(2026, 6, 20));
        draft.from().set(LocalDate.of(2026, 6, 25));
        assertEquals(TEXTS.text("allow.until.reversed"), draft.untilProblem());
        draft.from().typedProperty().set("soon");
        assertEquals(TEXTS.text("allow.until.no-date"), draft.untilProblem());
    }

    @Test
    void a_scope_that_is_filled_in_comes_out_as_it_was() {
        var scope = new PermissionScope(
                Set.of(Right.READ, Right.WRITE),
                Set.of(DocumentCategory.LABORATORY_RESULTS),
                List.of(),
                new ValidityPeriod(Instant.parse("2026-05-01T07:12:13Z"), Instant.parse("2026-09-01T00:00:00Z")),
                Optional.empty());
        draft.fill(scope);
        assertEquals(scope, draft.scope(List.of()));
    }

    @Test
    void what_was_asked_for_ends_after_the_days_that_were_asked_for() {
        draft.fill(new RequestedAccess(
                MemberId.random(new SecureRandom()),
                Set.of(Right.WRITE),
                Set.of(DocumentCategory.RADIATION_DOSE),
                1,
                "one visit"));
        PermissionScope scope = draft.scope(List.of());
        assertEquals(Set.of(Right.WRITE), scope.rights());
        assertEquals(Instant.parse("2026-06-17T00:00:00Z"), scope.validity().to());
    }
}
