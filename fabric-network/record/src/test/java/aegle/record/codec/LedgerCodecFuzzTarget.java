// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

import aegle.record.CategoryKey;
import aegle.record.PatientRecord;
import aegle.record.SigningPublicKey;
import aegle.record.Specimens;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessRequest;
import aegle.record.access.DenialCount;
import aegle.record.call.AccessCalls;
import aegle.record.call.DocumentCalls;
import aegle.record.call.MemberCalls;
import aegle.record.call.PermissionCalls;
import aegle.record.call.RecordCalls;
import aegle.record.call.StoreCalls;
import aegle.record.command.OwnerAuthorization;
import aegle.record.command.OwnerCommand;
import aegle.record.command.TaggedSignature;
import aegle.record.member.Member;
import aegle.record.member.Officer;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.PrivateEntry;
import aegle.record.permission.Permission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every fact, call and answer as foreign bytes, and the authorization that comes with an owner's call. */
public final class LedgerCodecFuzzTarget {
    private static final int WITH_HEADER = 0x80;
    private static final List<Class<? extends Record>> TYPES = types();
    private static final SigningPublicKey OWNER = SigningPublicKey.of(keys().getPublic());
    private static final byte[] COMMAND = Specimens.command().bytes();

    private LedgerCodecFuzzTarget() {}

    /**
     * Read the bytes after the first as a fact of the type that the first one names; with its highest bit set, version and name
     * are put before them.
     */
    public static boolean accepts(byte[] input) {
        if (input.length == 0) {
            return false;
        }
        Class<? extends Record> type = TYPES.get((input[0] & 0x7f) % TYPES.size());
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        boolean headed = (input[0] & WITH_HEADER) != 0;
        return decodes(type, headed ? header(type).raw(rest).toByteArray() : rest);
    }

    /** Read the second argument of an owner's call, and ask of some signatures whether they fit the command. */
    public static boolean acceptsAuthorization(byte[] argument) {
        if (!decodes(OwnerAuthorization.class, argument)) {
            return false;
        }
        try {
            TaggedSignature signature =
                    LedgerCodec.decode(OwnerAuthorization.class, argument).signature();
            // Looking at a signature takes a hundred times as long as reading it: one in sixteen.
            boolean lookAt = (signature.value().toByteArray()[2] & 0xf0) == 0;
            if (lookAt && signature.verifies(OWNER, COMMAND)) {
                throw new AssertionError("a signature was found");
            }
            return true;
        } catch (LedgerFormatException e) {
            throw new AssertionError("what was read before is not read again", e);
        }
    }

    public static List<byte[]> facts() {
        var seeds = new ArrayList<byte[]>();
        for (Record fact : List.of(
                Specimens.grantPermission(), Specimens.denial(), new OwnerAuthorization(Specimens.NOON, signature()))) {
            var type = fact.getClass();
            int index = TYPES.indexOf(type);
            seeds.add(new FieldWriter()
                    .raw((byte) index)
                    .raw(LedgerCodec.encode(fact))
                    .toByteArray());
            seeds.add(new FieldWriter()
                    .raw((byte) (index | WITH_HEADER))
                    .raw(FieldForm.encodeComponents(fact))
                    .toByteArray());
        }
        return seeds;
    }

    public static List<byte[]> authorizations() {
        return List.of(
                LedgerCodec.encode(new OwnerAuthorization(Specimens.NOON, signature())),
                LedgerCodec.encode(new OwnerAuthorization(Instant.ofEpochMilli(Long.MIN_VALUE), signature())));
    }

    private static boolean decodes(Class<? extends Record> type, byte[] bytes) {
        try {
            if (!Arrays.equals(LedgerCodec.encode(LedgerCodec.decode(type, bytes)), bytes)) {
                throw new AssertionError("a " + type.getSimpleName() + " has two spellings");
            }
            return true;
        } catch (LedgerFormatException e) {
            return false;
        }
    }

    private static FieldWriter header(Class<? extends Record> type) {
        return new FieldWriter().raw((byte) 1).field(RecordForm.of(type).name());
    }

    private static TaggedSignature signature() {
        byte[] bytes = new byte[65];
        Arrays.fill(bytes, (byte) 1);
        return TaggedSignature.of(bytes);
    }

    private static List<Class<? extends Record>> types() {
        Stream<Class<?>> declared = Stream.of(
                        AccessCalls.class,
                        DocumentCalls.class,
                        MemberCalls.class,
                        PermissionCalls.class,
                        RecordCalls.class,
                        StoreCalls.class)
                .flatMap(noun -> Arrays.stream(noun.getDeclaredClasses()))
                .filter(Class::isRecord);
        Stream<Class<?>> facts = Stream.of(
                AccessEvent.class,
                AccessRequest.class,
                CategoryKey.class,
                DenialCount.class,
                DocumentEntry.class,
                Member.class,
                Officer.class,
                OwnerAuthorization.class,
                OwnerCommand.class,
                PatientRecord.class,
                Permission.class,
                PrivateEntry.class);
        return Stream.concat(declared, facts)
                .sorted(Comparator.comparing(Class::getName))
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .toList();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("this Java runtime has no P-256", e);
        }
    }
}
