// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.clinician.ui.Explanation.Remedy;
import aegle.desktop.kit.Messages;
import aegle.record.codec.LedgerErrorCode;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.ClockDifference;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.IdentityNotConfirmedException;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.MembershipRefusalException;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.OperationPendingException;
import aegle.sharing.ProgramTooOldException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordKeyMissingException;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransactionRejectedException;
import java.util.Optional;

/** Says in one or two sentences what a failure of the protocol means for a clinician: what happened, what is safe, what to do. */
public final class Failures {
    private final Messages messages;

    public Failures(Messages messages) {
        this.messages = messages;
    }

    /** Explain any failure. */
    public Explanation explain(SharingException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> refused(denied.reason());
            case LedgerRefusalException refusal ->
                refusal.clockDifference().map(this::clock).orElseGet(() -> refused(refusal.code()));
            case DocumentRefusedException refused ->
                new Explanation(refusal(refused.reason()), "", Optional.empty(), Remedy.NONE);
            case IdentityNotConfirmedException _ -> said("identity", Remedy.CONFIRM_IDENTITY);
            case LedgerUnavailableException _ -> said("ledger", Remedy.TRY_AGAIN);
            case StoreUnavailableException _ -> said("store", Remedy.TRY_AGAIN);
            case MembershipUnavailableException _ -> said("membership", Remedy.TRY_AGAIN);
            case MembershipRefusalException refusal ->
                quoted("membership.refused", String.valueOf(refusal.getMessage()), Remedy.NONE);
            case OperationPendingException pending -> quoted("pending", pending.transactionId(), Remedy.TRY_AGAIN);
            case TransactionRejectedException rejected ->
                quoted("rejected", rejected.transactionId() + " " + rejected.validationCode(), Remedy.TRY_AGAIN);
            case RecordIntegrityException integrity ->
                quoted("integrity", integrity.check().name(), Remedy.NONE);
            case RecordKeyMissingException _ -> said("key", Remedy.ASK_PATIENT);
            case ProgramTooOldException _ -> said("old", Remedy.NONE);
        };
    }

    /** Explain why a file is refused. */
    public String refusal(DocumentRefusedException.Reason reason) {
        return messages.text("refused." + reason.name());
    }

    /** Explain a refusal of the hospitals' ledger. */
    public Explanation refused(LedgerErrorCode code) {
        return switch (code) {
            case PERMISSION_EXPIRED -> quoted("denied.expired", code.name(), Remedy.ASK_PATIENT);
            case PERMISSION_REVOKED -> quoted("denied.revoked", code.name(), Remedy.ASK_PATIENT);
            case PERMISSION_NOT_YET_VALID -> quoted("denied.notyet", code.name(), Remedy.NONE);
            case PERMISSION_UNKNOWN, PERMISSION_OF_ANOTHER_CLINICIAN, RECORD_UNKNOWN, DOCUMENT_UNKNOWN ->
                quoted("denied.none", code.name(), Remedy.ASK_PATIENT);
            case RIGHT_MISSING, CATEGORY_NOT_COVERED, DOCUMENT_NOT_COVERED ->
                quoted("denied.notcovered", code.name(), Remedy.ASK_PATIENT);
            case ATTESTATION_LAPSED -> quoted("denied.lapsed", code.name(), Remedy.NONE);
            case MEMBER_REVOKED -> quoted("denied.member", code.name(), Remedy.NONE);
            case MEMBER_UNKNOWN, MEMBER_NOT_ACTIVE, ROLE_MISSING ->
                quoted("denied.notmember", code.name(), Remedy.NONE);
            case RECORD_NOT_OPEN -> quoted("denied.closed", code.name(), Remedy.NONE);
            case CLOCK_OFF -> quoted("denied.clock", code.name(), Remedy.TRY_AGAIN);
            default -> quoted("denied.other", code.name(), Remedy.TRY_AGAIN);
        };
    }

    private Explanation clock(ClockDifference difference) {
        Explanation general = refused(LedgerErrorCode.CLOCK_OFF);
        String key = "failure.denied.clock." + (difference.isAhead() ? "ahead" : "behind");
        return new Explanation(
                messages.text(key, difference.minutes()), general.toDo(), general.quote(), general.remedy());
    }

    private Explanation said(String key, Remedy remedy) {
        return new Explanation(text(key), text(key + ".todo"), Optional.empty(), remedy);
    }

    private Explanation quoted(String key, String quote, Remedy remedy) {
        return new Explanation(text(key), text(key + ".todo"), Optional.of(quote), remedy);
    }

    private String text(String key) {
        return messages.text("failure." + key);
    }
}
