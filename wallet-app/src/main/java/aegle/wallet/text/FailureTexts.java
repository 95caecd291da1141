// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.text;

import aegle.desktop.kit.Notice;
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
import java.util.Set;

/** Says what went wrong, what is safe and what to do, for each kind of failure. */
public final class FailureTexts {
    private static final Set<LedgerErrorCode> EXPLAINED = Set.of(
            LedgerErrorCode.CLOCK_OFF,
            LedgerErrorCode.OWNER_COMMAND_EXPIRED,
            LedgerErrorCode.VERSION_CHANGED,
            LedgerErrorCode.MEMBER_UNKNOWN,
            LedgerErrorCode.MEMBER_NOT_ACTIVE,
            LedgerErrorCode.MEMBER_REVOKED,
            LedgerErrorCode.ATTESTATION_LAPSED,
            LedgerErrorCode.RECORD_UNKNOWN,
            LedgerErrorCode.RECORD_EXISTS,
            LedgerErrorCode.RECORD_NOT_OPEN,
            LedgerErrorCode.PERMISSION_REVOKED,
            LedgerErrorCode.PERMISSION_EXPIRED,
            LedgerErrorCode.PERMISSION_INVALID,
            LedgerErrorCode.DOCUMENT_ALREADY_COUNTERSIGNED,
            LedgerErrorCode.REQUEST_ANSWERED,
            LedgerErrorCode.REQUEST_EXPIRED);

    private final WalletTexts texts;

    /** Speak the patient's language. */
    public FailureTexts(WalletTexts texts) {
        this.texts = texts;
    }

    /** A notice about a failure; one that is merely not finished yet is no error. */
    public Notice notice(SharingException failure) {
        Advice advice = advice(failure);
        Notice base = failure instanceof OperationPendingException
                ? Notice.information(advice.sentence())
                : Notice.error(advice.sentence());
        Notice said = base.safe(advice.safe()).toDo(advice.toDo());
        return advice.detail().isEmpty() ? said : said.details(advice.detail(), texts.text("failure.detail"));
    }

    /** The same in one paragraph, for a place on the page. */
    public String paragraph(SharingException failure) {
        Advice advice = advice(failure);
        return advice.sentence() + " " + advice.safe() + " " + advice.toDo();
    }

    private Advice advice(SharingException failure) {
        return switch (failure) {
            case AccessDeniedException denied ->
                advice("denied", denied.reason().name());
            case DocumentRefusedException refused ->
                advice("file-" + refused.reason().name(), refused.reason().name());
            case IdentityNotConfirmedException _ -> advice("refused", "IDENTITY");
            case LedgerRefusalException refusal ->
                refusal.clockDifference().map(this::clock).orElseGet(() -> refusal(refusal.code()));
            case LedgerUnavailableException _ -> advice("offline", "");
            case MembershipRefusalException _ -> advice("membership-refused", "MEMBERSHIP");
            case MembershipUnavailableException _ -> advice("membership-offline", "");
            case OperationPendingException pending -> advice("pending", shortened(pending.transactionId()));
            case ProgramTooOldException _ -> advice("too-old", "");
            case RecordIntegrityException integrity ->
                advice("integrity", integrity.check().name());
            case RecordKeyMissingException _ -> advice("key-missing", "KEY");
            case StoreUnavailableException _ -> advice("stores-offline", "");
            case TransactionRejectedException rejected -> advice("rejected", rejected.validationCode());
        };
    }

    private Advice refusal(LedgerErrorCode code) {
        return advice(EXPLAINED.contains(code) ? "code-" + code.name() : "refused", code.name());
    }

    private Advice clock(ClockDifference difference) {
        String code = LedgerErrorCode.CLOCK_OFF.name();
        Advice general = advice("code-" + code, code);
        String key = "failure.clock-" + (difference.isAhead() ? "ahead" : "behind");
        return new Advice(texts.text(key, difference.minutes()), general.safe(), general.toDo(), code);
    }

    private Advice advice(String key, String detail) {
        String name = "failure." + key;
        return new Advice(texts.text(name), texts.text(name + ".safe"), texts.text(name + ".todo"), detail);
    }

    private static String shortened(String transactionId) {
        return transactionId.substring(0, Math.min(12, transactionId.length()));
    }

    private record Advice(String sentence, String safe, String toDo, String detail) {}
}
