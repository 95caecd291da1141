// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.testkit.WindowRobot;
import aegle.sharing.ConnectionProfile;
import aegle.wallet.trial.TrialNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that goes wrong at the start leaves the patient stuck with nothing said. */
class ConnectTest {
    @TempDir
    Path folder;

    @Test
    void a_wallet_that_is_open_elsewhere_is_said_and_opens_once_that_is_closed() throws Exception {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            wallet.restart();
            var other = wallet.network().memory(folder.resolve("memory.db"), new byte[32]);
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock");
            robot.awaitText("connect-problem", "already running");
            wallet.pictures("connect-in-use");
            other.close();
            robot.click("connect").await("home-allow");
        }
    }

    @Test
    void a_failure_that_nobody_expected_is_said_and_can_be_tried_again() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            wallet.restart();
            wallet.network().breakDown(true);
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock");
            robot.awaitText("notice-sentence", "went wrong").await("connect");
            wallet.pictures("connect-unexpected");
            assertEquals(0, wallet.network().openMemories(), "what was opened is closed again");
            wallet.network().breakDown(false);
            robot.click("connect").await("home-allow");
        }
    }

    @Test
    void a_profile_that_no_program_can_start_with_is_refused_when_it_is_read() throws IOException {
        TrialNetwork network = new TrialNetwork(OpenedWallet.CLOCK);
        Path file = folder.resolve("network.json");
        network.profile().write(file);
        assertEquals(network.profile().name(), ConnectionProfile.read(file).name());
        String good = Files.readString(file);

        refuses(file, good.replace("BEGIN CERTIFICATE-----\\nM", "BEGIN CERTIFICATE-----\\n?"), "tlsRoot");
        refuses(file, good.replace(network.ledger().network().hex(), "0g"), "networkId");
        refuses(file, good.replace("127.0.0.1:7051", "127.0.0.1"), "address");
        refuses(file, good.replace("https://127", "http://127"), "url");
        refuses(file, good.replace("http://127.0.0.1:9000", "127.0.0.1:9000"), "endpoint");
        refuses(file, good.replace("http://127.0.0.1:9000", "http://store.example:9000"), "endpoint");
        refuses(file, good.replace("http://127.0.0.1:9000", "https://127.0.0.1:9000"), "tlsRoot of a store");
        refuses(file, good + " ".repeat(1 << 20), "1 MiB");
    }

    private static void refuses(Path file, String content, String part) throws IOException {
        Files.writeString(file, content);
        IOException refusal = assertThrows(IOException.class, () -> ConnectionProfile.read(file));
        assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal.toString());
    }
}
