// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.pseudonym.PseudonymKey;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.CommitmentKey;
import aegle.crypto.record.ContentDigest;
import aegle.crypto.record.DocumentKey;
import aegle.crypto.record.SurfaceKey;
import aegle.crypto.seal.GrantTerms.Period;
import aegle.crypto.seal.GrantTerms.Rights;
import aegle.crypto.seal.GrantTerms.Scope;
import aegle.crypto.seal.GrantTerms.Study;
import aegle.crypto.seal.GrantedKeys.CategoryKeys;
import aegle.crypto.seal.GrantedKeys.GrantedFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sealed things about an invented person, always the same. */
public final class Samples {
    public static final OpaqueId FID = id("fid");
    public static final OpaqueId CLINICIAN = id("clinician");
    public static final Digest RECORD = digest("record");

    private static final String LABORATORY = "LABORATORY_RESULTS";
    private static final Octets SIGNATURE = Octets.of(new byte[65]);
    private static final Octets OWNER_KEY = Octets.of(new byte[91]);

    private Samples() {}

    public static Envelope envelope() {
        var commitmentKey = CommitmentKey.of(secret("r"));
        var content = new ContentDigest(digest("document"), 123_456);
        var upload = new UploadStatement(commitmentKey.commit(FID, content), CLINICIAN, SIGNATURE);
        return new Envelope(
                new SealedContext(FID, LABORATORY, 2, 0),
                new DocumentKeys(DocumentKey.of(secret("dek")), commitmentKey, Optional.empty()),
                new DocumentDescription(content, "Bläschen \"2\".pdf", "application/pdf", "Blood count, 7 March"),
                upload,
                Optional.empty());
    }

    public static Envelope rotatedEnvelope() {
        var content = new ContentDigest(digest("document"), 123_456);
        var commitmentKey = CommitmentKey.of(secret("r2"));
        var upload = new UploadStatement(commitmentKey.commit(id("docId2"), content), CLINICIAN, SIGNATURE);
        var firstKey = CommitmentKey.of(secret("r"));
        var origin = new DocumentOrigin(
                new DocumentOrigin.FirstEntry(digest("network"), "aegle", RECORD, OWNER_KEY, LABORATORY),
                new UploadStatement(firstKey.commit(FID, content), CLINICIAN, SIGNATURE),
                Instant.ofEpochMilli(1_750_000_000_123L),
                firstKey,
                Optional.of(SIGNATURE));
        return new Envelope(
                new SealedContext(FID, LABORATORY, 0, 1),
                new DocumentKeys(
                        DocumentKey.of(secret("dek")), commitmentKey, Optional.of(SurfaceKey.of(secret("surface")))),
                new DocumentDescription(content, "blood.pdf", "application/pdf", ""),
                upload,
                Optional.of(origin));
    }

    public static DocumentLabel label() {
        return new DocumentLabel(
                new SealedContext(FID, LABORATORY, 2, 0), "BLOOD_COUNT", LocalDate.of(2025, 3, 7), 123_456, 2);
    }

    public static GrantContent categoryGrant() {
        var terms = new GrantTerms(
                CLINICIAN,
                new Rights(true, true, false),
                new Scope(List.of(LABORATORY, "RADIATION_DOSE"), Optional.empty()),
                new Period(Instant.ofEpochMilli(1_750_000_000_000L), Instant.ofEpochMilli(1_760_000_000_000L)),
                Optional.empty());
        var keys = GrantedKeys.ofCategories(
                PseudonymKey.of(secret("kpid")),
                List.of(
                        new CategoryKeys(LABORATORY, 0, EncryptionKeyPair.ofSeed(secret("seed0"))),
                        new CategoryKeys(LABORATORY, 1, EncryptionKeyPair.ofSeed(secret("seed1")))));
        return new GrantContent(context(), terms, patient(), keys);
    }

    public static GrantContent fileGrant() {
        var terms = new GrantTerms(
                CLINICIAN,
                new Rights(true, false, true),
                new Scope(List.of(LABORATORY), Optional.of(List.of(FID))),
                new Period(Instant.ofEpochMilli(1_750_000_000_000L), Instant.ofEpochMilli(1_760_000_000_000L)),
                Optional.of(new Study(id("study"), true)));
        var keys = GrantedKeys.ofFiles(PseudonymKey.of(secret("kpid")), List.of(new GrantedFile(FID, envelope())));
        var patient = new GrantedPatient("Jo Sample", LocalDate.of(1961, 3, 7), List.of(), Optional.empty());
        return new GrantContent(context(), terms, patient, keys);
    }

    public static EncryptionKeyPair recipientKeys() {
        return EncryptionKeyPair.ofSeed(secret("recipient"));
    }

    public static Octets signature() {
        return SIGNATURE;
    }

    public static byte[] secret(String name) {
        return digest(name).bytes();
    }

    private static GrantContext context() {
        return new GrantContext(digest("network"), RECORD, OWNER_KEY, id("grant"), 3);
    }

    private static GrantedPatient patient() {
        var disclosed = new UniquelyIdentifiableInformation(
                Optional.empty(),
                Optional.of(LocalDate.of(1961, 3, 7)),
                Optional.of("Jo Sample"),
                Optional.empty(),
                Optional.of("12345"));
        return new GrantedPatient(
                "Jo Sample", LocalDate.of(1961, 3, 7), List.of("NORTH-0815", "S 4711"), Optional.of(disclosed));
    }

    private static OpaqueId id(String name) {
        return OpaqueId.of(Arrays.copyOf(secret(name), OpaqueId.LENGTH));
    }

    private static Digest digest(String name) {
        return Digest.sha256Of(name.getBytes(StandardCharsets.UTF_8));
    }
}
