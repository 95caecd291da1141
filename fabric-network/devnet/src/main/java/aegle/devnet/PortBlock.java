// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Consecutive loopback ports that are free, below those that systems hand out to outgoing connections: a remembered port of that
 * kind may be taken by anybody's connection when the network starts again.
 */
final class PortBlock {
    static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST = 20_000;
    private static final int BLOCK = 50;
    private static final int BLOCKS = 240;
    private static final int ATTEMPTS = 500;

    private PortBlock() {}

    static List<Integer> free(int count, SecureRandom random) throws IOException {
        if (count > BLOCK) {
            throw new IllegalArgumentException("a block has " + BLOCK + " ports");
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            int first = FIRST + BLOCK * random.nextInt(BLOCKS);
            List<Integer> ports = IntStream.range(first, first + count).boxed().toList();
            if (ports.stream().allMatch(PortBlock::isFree)) {
                return ports;
            }
        }
        throw new IOException(
                "there are no " + count + " free ports in a row between " + FIRST + " and " + (FIRST + BLOCK * BLOCKS));
    }

    /** Tells whether a server could listen there now. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
