// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A connection profile as somebody hands it over. */
public final class ProfileFuzzTarget {
    /** Of an invented root; its key was thrown away. */
    private static final String ROOT = """
            -----BEGIN CERTIFICATE-----
            MIIBhTCCASugAwIBAgIUNpshRR/8cCu0qXzf6lo1ctDli68wCgYIKoZIzj0EAwIw
            GDEWMBQGA1UEAwwNSW52ZW50ZWQgcm9vdDAeFw0yNjExMjcxODQ5MTVaFw0zNjEx
            MjQxODQ5MTVaMBgxFjAUBgNVBAMMDUludmVudGVkIHJvb3QwWTATBgcqhkjOPQIB
            BggqhkjOPQMBBwNCAASRoozPYPMSmeCqIn9twgHTEkVofIqatjvG/TdLp6xjaKUZ
            v4rozxAboVfdYdd+CkRlLR5nYCoV1mTZtVE899rzo1MwUTAdBgNVHQ4EFgQUjyx8
            4YNr7rbXMUdCyOj6QuSTB2swHwYDVR0jBBgwFoAUjyx84YNr7rbXMUdCyOj6QuST
            B2swDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBoMPWAGgizLSqU
            qLgyCw5MMAqksvPI8jDIWin17MPsNQIhAJNIGeDHRfAxP5zwbAV9yZsGx1Zq5eXY
            XsuLlsnPeMcs
            -----END CERTIFICATE-----
            """;

    private ProfileFuzzTarget() {}

    public static boolean accepts(byte[] content) {
        try {
            var profile = ConnectionProfile.parse(content);
            var again = ConnectionProfile.parse(profile.encode());
            if (!again.equals(profile)) {
                throw new AssertionError("a profile that was written is read as another");
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public static List<byte[]> seeds() {
        String root = ROOT.replace("\n", "\\n");
        String profile = """
                {"name":"Practice","kind":"FABRIC","networkId":"%s","channel":"records","contract":"aegle",
                "peers":[{"mspId":"NorthMSP","hospitalName":"North","address":"127.0.0.1:1","tlsRoot":"%s"}],
                "membership":{"mspId":"MembershipMSP","url":"https://127.0.0.1:2","tlsRoot":"%s"},
                "membershipRoots":["%s"],
                "stores":[{"id":"one","endpoint":"http://127.0.0.1:3","region":"eu","bucket":"aegle"},
                {"id":"two","endpoint":"https://[::1]:4","region":"eu","bucket":"aegle","tlsRoot":"%s"}]}
                """.formatted("ab".repeat(32), root, root, root, root);
        return List.of(profile.getBytes(StandardCharsets.UTF_8));
    }
}
