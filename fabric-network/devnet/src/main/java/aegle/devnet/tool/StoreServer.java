// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.tool;

import java.nio.file.Path;

/** An S3 server that is installed here. */
public record StoreServer(Kind kind, Path program) {

    /** Which S3 servers the network can use, the preferred one first. */
    public enum Kind {
        MINIO("minio"),
        VERSITYGW("versitygw");

        private final String program;

        Kind(String program) {
            this.program = program;
        }

        public String program() {
            return program;
        }
    }
}
