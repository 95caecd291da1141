// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import java.nio.ByteBuffer;

/** Numbers that nothing else has, counted up instead of drawn. */
final class Numbers {
    private int last;

    Bytes next(int length) {
        last++;
        return Bytes.of(ByteBuffer.allocate(length)
                .putInt(0xae61e000)
                .putInt(length - Integer.BYTES, last)
                .array());
    }
}
