// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.acceptance.ClinicianPlayer.PlayedClinician;
import aegle.acceptance.PatientPlayer.PlayedPatient;
import aegle.clinician.ClinicianComposition;
import aegle.crypto.vault.Argon2Cost;
import aegle.desktop.kit.ToolkitSettings;
import aegle.desktop.testkit.WindowRobot;
import aegle.sharing.ConnectionProfile;
import aegle.wallet.WalletComposition;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A wallet or a clinician's program in a process of its own, with somebody before it who does what she is told, line by line, and
 * remembers nothing of it: what is left in this process's memory is the program's.
 */
final class ProgramOfItsOwn {
    static final String DONE = "» done ";
    static final String FAILED = "» failed ";
    private static final char BETWEEN = '\t';

    private final WindowRobot robot;
    private final Gallery gallery = new Gallery(Optional.empty());

    private ProgramOfItsOwn(WindowRobot robot) {
        this.robot = robot;
    }

    /** Takes which program, its folder, the connection profile and, for a clinician, the export folder. */
    public static void main(String... arguments) throws IOException {
        ToolkitSettings.apply();
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        var profile = ConnectionProfile.read(Path.of(arguments[2]));
        var program = new ProgramOfItsOwn(
                arguments[0].equals("wallet")
                        ? wallet(folder, profile)
                        : clinician(folder, profile, Path.of(arguments[3])));
        try (var orders = new FileInputStream(FileDescriptor.in);
                var answers = new FileOutputStream(FileDescriptor.out)) {
            while (program.goesOn(orders, answers)) {
                // one order after the other
            }
        }
        System.exit(0); // threads of the libraries are no reason to stay
    }

    private static WindowRobot wallet(Path folder, ConnectionProfile profile) {
        var composition = new WalletComposition(
                folder,
                profile,
                Clock.tickMillis(ZoneOffset.UTC),
                new SecureRandom(),
                Locale.ENGLISH,
                Argon2Cost.FLOOR);
        return PlayedWindow.open(composition::show).robot();
    }

    private static WindowRobot clinician(Path folder, ConnectionProfile profile, Path exports) {
        var composition = new ClinicianComposition(
                new ClinicianComposition.Home(folder, profile, Optional.of(exports)),
                Clock.tickMillis(ZoneOffset.UTC),
                new SecureRandom(),
                Locale.ENGLISH,
                () -> Argon2Cost.FLOOR);
        return PlayedWindow.open(composition::show).robot();
    }

    private boolean goesOn(InputStream orders, OutputStream answers) throws IOException {
        String[] order = line(orders).split(String.valueOf(BETWEEN), -1);
        if (order[0].isEmpty()) {
            return false;
        }
        String answer;
        try {
            answer = DONE + obeyed(order[0], Arrays.copyOfRange(order, 1, order.length));
        } catch (AssertionError | RuntimeException e) {
            answer = FAILED + e;
        }
        answers.write((answer.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private String obeyed(String what, String... with) throws IOException {
        switch (what) {
            case "create" -> patient(with).createWallet();
            case "connect" -> patient("", "", "", "", "").connect();
            case "allow" -> patient("", "", "", "", "").allow(with[0]);
            case "words" -> {
                return patient("", "", "", "", "").sixWords();
            }
            case "confirm" -> patient("", "", "", "", "").confirmEverything(Integer.parseInt(with[0]));
            case "open-own" -> openFirst("nav-record", "open-", "document-confirmed");
            case "apply" -> clinician(with).apply();
            case "join" -> clinician("", "", "").join();
            case "link" -> {
                clinician("", "", "").openOnlyPatient();
                clinician("", "", "").confirmIdentity(with[0], with[1]);
            }
            case "upload" -> {
                return String.valueOf(
                        clinician("", "", "").uploadExports().categories().size());
            }
            case "view" -> {
                clinician("", "", "").openOnlyPatient();
                clinician("", "", "").viewEverything(Integer.parseInt(with[0]));
            }
            case "open-patients" -> robot.click("document-0").await("viewer-page-1");
            case "lock" -> robot.click("lock").await("unlock");
            case "dump" -> dump(with[0]);
            default -> throw new IllegalArgumentException(what);
        }
        return "";
    }

    private void openFirst(String place, String prefix, String shown) {
        robot.click(place);
        robot.until("a document", () -> !SeenNodes.ids(robot, prefix).isEmpty());
        robot.click(SeenNodes.ids(robot, prefix).getFirst()).await(shown);
    }

    private PatientPlayer patient(String... with) {
        return new PatientPlayer(robot, gallery, new PlayedPatient(with[0], with[1], with[2], with[3], with[4]));
    }

    private ClinicianPlayer clinician(String... with) {
        return new ClinicianPlayer(robot, gallery, new PlayedClinician(with[0], with[1], with[2]));
    }

    /** Whatever is reachable, after everything else has been collected. */
    private static void dump(String file) throws IOException {
        System.gc();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
    }

    /** Read without a buffer that would keep it. */
    private static String line(InputStream orders) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = orders.read(); octet >= 0 && octet != '\n'; octet = orders.read()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
