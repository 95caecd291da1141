// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.record.KeyDigest;
import aegle.record.NetworkId;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.member.Member;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.RefusalCode;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the ledger says about members. Only the ledger decides who is one. */
final class LedgerWord {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWord.class);

    private final Supplier<RecordLedger> ledger;

    LedgerWord(Supplier<RecordLedger> ledger) {
        this.ledger = ledger;
    }

    NetworkId network() {
        return ledger.get().network();
    }

    Optional<Member> memberWith(KeyDigest key) throws RequestRefusedException {
        try {
            return ledger.get().evaluate(new FindMemberByKey(key)).member();
        } catch (SharingException e) {
            LOG.warn("The ledger does not say who the member with key {} is", key, e);
            throw new RequestRefusedException(
                    RefusalCode.LEDGER_UNAVAILABLE, "the ledger, which decides about members, does not answer", e);
        }
    }
}
