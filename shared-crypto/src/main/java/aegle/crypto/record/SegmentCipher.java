// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM over one segment, by any thread. Heap arrays only: direct buffers are slower in the JDK. */
final class SegmentCipher implements SegmentPipeline.Work {
    static final int TAG_LENGTH = 16;

    // The JDK's fast path is compiled after thousands of calls, not bytes: whole mebibytes would stay interpreted.
    private static final int PIECE = 1 << 16;
    private static final int WARM_UP_ROUNDS = 8000;

    private final int mode;
    private final SecretKeySpec key;
    private final StreamHeader header;

    SegmentCipher(int mode, SecretKeySpec key, StreamHeader header) {
        this.mode = mode;
        this.key = key;
        this.header = header;
    }

    @Override
    public void accept(Segment segment) throws GeneralSecurityException {
        var gcm = newGcm();
        gcm.init(mode, key, header.nonce(segment.index, segment.last));
        segment.outputLength = mode == Cipher.ENCRYPT_MODE ? seal(gcm, segment) : open(gcm, segment);
    }

    private static int seal(Cipher gcm, Segment segment) throws GeneralSecurityException {
        int from = 0;
        int to = 0;
        for (; segment.inputLength - from > PIECE; from += PIECE) {
            to += gcm.update(segment.input, from, PIECE, segment.output, to);
        }
        return to + gcm.doFinal(segment.input, from, segment.inputLength - from, segment.output, to);
    }

    /** In one piece: the JDK would only collect pieces until the tag has been seen. */
    private static int open(Cipher gcm, Segment segment) throws GeneralSecurityException {
        boolean emptyTail = segment.index > 0 && segment.inputLength == TAG_LENGTH;
        if (segment.inputLength < TAG_LENGTH || emptyTail) {
            throw new GeneralSecurityException("a sealed segment is cut");
        }
        return gcm.doFinal(segment.input, 0, segment.inputLength, segment.output, 0);
    }

    static void warmUp() {
        var key = new SecretKeySpec(new byte[32], "AES");
        var plaintext = new byte[1024];
        var sealed = new byte[plaintext.length + TAG_LENGTH];
        try {
            var gcm = newGcm();
            for (int round = 0;
                    round < WARM_UP_ROUNDS && !Thread.currentThread().isInterrupted();
                    round++) {
                byte[] nonce = ByteBuffer.allocate(12).putInt(round).array();
                var parameters = new GCMParameterSpec(8 * TAG_LENGTH, nonce);
                gcm.init(Cipher.ENCRYPT_MODE, key, parameters);
                gcm.doFinal(plaintext, 0, plaintext.length, sealed, 0);
                gcm.init(Cipher.DECRYPT_MODE, key, parameters);
                gcm.doFinal(sealed, 0, sealed.length, plaintext, 0);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot open what it sealed", e);
        }
    }

    private static Cipher newGcm() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }
}
