// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.concurrent.CancellationException;
import javax.crypto.Cipher;

/** One pass over one body: runs the segments through AES-GCM, writes them, and digests both sides meanwhile. */
final class CipherPass implements AutoCloseable {
    private final OutputStream target;
    private final CipherProgress progress;
    private final int mode;
    private final SegmentPipeline pipeline;
    private final MessageDigest inputDigest = Digest.newSha256();
    private final MessageDigest outputDigest = Digest.newSha256();
    private long inputLength;
    private long outputLength;

    CipherPass(OutputStream target, CipherProgress progress, int mode, int workers) {
        this.target = target;
        this.progress = progress;
        this.mode = mode;
        this.pipeline = new SegmentPipeline(workers);
    }

    MessageDigest ciphertextDigest() {
        return sealing() ? outputDigest : inputDigest;
    }

    BodyDigests run(SegmentReader reader, StreamHeader header, BodyLayer layer)
            throws IOException, GeneralSecurityException, SegmentReader.TooLong {
        var key = RecordCipher.streamKey(header, layer);
        pipeline.run(
                reader,
                new SegmentPipeline.Job(
                        new SegmentCipher(mode, key, header),
                        segment -> inputDigest.update(segment.input, 0, segment.inputLength),
                        segment -> outputDigest.update(segment.output, 0, segment.outputLength),
                        this::write));
        long headerBefore = StreamHeader.LENGTH;
        var input = new ContentDigest(Digest.of(inputDigest.digest()), inputLength + (sealing() ? 0 : headerBefore));
        var output = new ContentDigest(Digest.of(outputDigest.digest()), outputLength + (sealing() ? headerBefore : 0));
        return sealing() ? new BodyDigests(input, output) : new BodyDigests(output, input);
    }

    private void write(Segment segment) throws IOException {
        target.write(segment.output, 0, segment.outputLength);
        inputLength += segment.inputLength;
        outputLength += segment.outputLength;
        if (!progress.advanced(sealing() ? inputLength : outputLength)) {
            throw new CancellationException("stopped in the middle of a body");
        }
    }

    private boolean sealing() {
        return mode == Cipher.ENCRYPT_MODE;
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
