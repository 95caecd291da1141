// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the practice network keeps what, below its one folder. */
record NetworkLayout(Path root) {
    Path peer() {
        return root.resolve("peer");
    }

    Path membership() {
        return root.resolve("membership");
    }

    Path officers() {
        return root.resolve("officers");
    }

    Path store(int number) {
        return root.resolve("store-" + number);
    }

    Path settings() {
        return root.resolve("network.properties");
    }

    Path profile() {
        return root.resolve("connection-profile.json");
    }

    Path tlsCertificate() {
        return root.resolve("peer").resolve("tls.pem");
    }

    Path tlsKey() {
        return root.resolve("peer").resolve("tls-key.pem");
    }

    /** Makes the folders that do not make themselves. */
    void make() throws IOException {
        for (Path folder : new Path[] {peer(), membership(), officers()}) {
            Files.createDirectories(folder);
        }
    }
}
