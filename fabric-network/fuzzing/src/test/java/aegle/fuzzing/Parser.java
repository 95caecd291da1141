// SPDX-License-Identifier: Apache-2.0

package aegle.fuzzing;

import aegle.contract.ContractFuzzTarget;
import aegle.crypto.record.BodyFuzzTarget;
import aegle.crypto.seal.SealFuzzTarget;
import aegle.crypto.vault.VaultFuzzTarget;
import aegle.desktop.viewer.PdfFuzzTarget;
import aegle.record.codec.LedgerCodecFuzzTarget;
import aegle.sharing.ProfileFuzzTarget;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** A parser that meets foreign bytes: what it takes them for, what it was seen to take, and how many it gets in a short run. */
public enum Parser {
    VAULT(VaultFuzzTarget::acceptsFile, VaultFuzzTarget::files, 5_000),
    VAULT_CONTENT(VaultFuzzTarget::acceptsContent, VaultFuzzTarget::contents, 20_000),
    AGE_FILE(SealFuzzTarget::acceptsAgeFile, SealFuzzTarget::ageFiles, 500),
    ENVELOPE(SealFuzzTarget::acceptsEnvelope, SealFuzzTarget::envelopes, 5_000),
    LABEL(SealFuzzTarget::acceptsLabel, SealFuzzTarget::labels, 10_000),
    GRANT(SealFuzzTarget::acceptsGrant, SealFuzzTarget::grants, 1_000),
    BODY(BodyFuzzTarget::accepts, BodyFuzzTarget::seeds, 5_000),
    OWNER_COMMAND(LedgerCodecFuzzTarget::acceptsAuthorization, LedgerCodecFuzzTarget::authorizations, 2_000),
    LEDGER_CODEC(LedgerCodecFuzzTarget::accepts, LedgerCodecFuzzTarget::facts, 20_000),
    CONTRACT(ContractFuzzTarget::accepts, ContractFuzzTarget::seeds, 2_000),
    PROFILE(ProfileFuzzTarget::accepts, ProfileFuzzTarget::seeds, 2_000),
    PDF(PdfFuzzTarget::accepts, PdfFuzzTarget::seeds, 100);

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
    private final Predicate<byte[]> accepting;

    @SuppressWarnings("ImmutableEnumChecker") // likewise
    private final Callable<List<byte[]>> seeds;

    private final int shortRun;

    Parser(Predicate<byte[]> accepting, Callable<List<byte[]>> seeds, int shortRun) {
        this.accepting = accepting;
        this.seeds = seeds;
        this.shortRun = shortRun;
    }

    /** Tells whether the bytes were taken; they were refused as promised if not. Anything else is thrown. */
    boolean accepts(byte[] input) {
        return accepting.test(input);
    }

    /** Makes the inputs that a corpus begins with. */
    List<byte[]> seeds() throws Exception {
        return seeds.call();
    }

    int shortRun() {
        return shortRun;
    }

    /** The name in small letters: on the command line, and of the corpus's folder. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Parser titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
