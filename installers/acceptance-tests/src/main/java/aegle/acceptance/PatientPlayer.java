// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.desktop.testkit.WindowRobot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;

/** Acts the patient out on the wallet's window, with mouse and keyboard, on what is seen. */
final class PatientPlayer {
    private final WindowRobot robot;
    private final Gallery gallery;
    private final PlayedPatient patient;

    PatientPlayer(WindowRobot robot, Gallery gallery, PlayedPatient patient) {
        this.robot = robot;
        this.gallery = gallery;
        this.patient = patient;
    }

    /** Create the wallet and say who she is. */
    void createWallet() {
        robot.await("welcome-create");
        gallery.take(robot, "wallet-welcome");
        robot.click("welcome-create")
                .type("new-passphrase", patient.passphrase())
                .type("repeated-passphrase", patient.passphrase())
                .click("create");
        robot.fill("shown-name", patient.name())
                .fill("shown-birth-date", patient.birthDate())
                .fill("hospital-numbers", patient.hospitalNumber())
                .fill("postcode", patient.postcode());
        gallery.take(robot, "wallet-who-you-are");
        robot.click("who-continue").await("connect");
    }

    /** Connect: enroll and open the record. */
    void connect() {
        gallery.take(robot, "wallet-connect");
        robot.click("connect").await("home-allow");
        gallery.take(robot, "wallet-home-empty");
    }

    /** Allow a clinician to read and add, everything, for thirty days. */
    void allow(String npi) {
        robot.click("home-allow").type("find-clinician", npi).click("clinician-" + npi);
        gallery.take(robot, "wallet-clinician-words");
        robot.click("words-same");
        for (String category : List.of("HISTORY_AND_PHYSICAL", "LABORATORY_RESULTS", "RADIATION_DOSE")) {
            robot.click("category-" + category);
        }
        robot.click("doing-READ_AND_ADD");
        gallery.take(robot, "wallet-allow-what");
        robot.click("allow-next").await("until-THIRTY_DAYS").click("allow-next").await("allow-sentence");
        gallery.take(robot, "wallet-allow-sentence");
        robot.click("allow").await("allow-done").click("allow-done").await("home-allow");
        robot.until("the permission that was given", () -> !permissions().isEmpty());
        gallery.take(robot, "wallet-home");
    }

    /** Read the six words out. */
    String sixWords() {
        robot.click("nav-words").await("word-6");
        gallery.take(robot, "wallet-six-words");
        return String.join(
                " ",
                IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> robot.text("word-" + i))
                        .toList());
    }

    /** View and confirm every new document; answers how many there were. */
    int confirmEverything(int expected) {
        robot.click("nav-record").press(KeyCode.F5);
        robot.until(expected + " documents in the record", () -> rows().size() >= expected);
        gallery.take(robot, "wallet-record");
        int confirmed = 0;
        for (String row : rows()) {
            String document = row.substring("document-".length());
            robot.click("open-" + document);
            robot.until("the document, or why it is not shown", this::isShownOrRefused);
            robot.focus("viewer-pages")
                    .press(KeyCode.END)
                    .click("document-confirm")
                    .await("document-confirmed");
            if (confirmed == 0) {
                gallery.take(robot, "wallet-document-confirmed");
            }
            robot.click("viewer-back").await("record-search");
            confirmed++;
        }
        return confirmed;
    }

    private boolean isShownOrRefused() {
        var scene = robot.stage().getScene();
        if (scene.lookup("#viewing-problem") != null) {
            throw new AssertionError("the wallet does not show the document");
        }
        return scene.lookup("#viewer-page-1") != null;
    }

    /** Stop the one permission that there is. */
    void stopOnlyPermission() {
        robot.click("nav-home");
        robot.until("a permission", () -> !permissions().isEmpty());
        String card = permissions().getFirst();
        robot.click("stop-" + card.substring("permission-".length())).await("confirm");
        gallery.take(robot, "wallet-stop");
        robot.click("confirm").awaitGone(card);
    }

    /** What the activity screen shows: kind and decision of each event. */
    List<SeenEvent> activity(int expected) {
        robot.click("nav-activity").press(KeyCode.F5);
        robot.until(expected + " events", () -> events().size() >= expected);
        gallery.take(robot, "wallet-activity");
        var seen = new ArrayList<SeenEvent>();
        for (String event : events()) {
            seen.add(new SeenEvent(
                    SeenNodes.property(robot, event, "kind"), SeenNodes.property(robot, event, "decision")));
        }
        return seen;
    }

    private List<String> rows() {
        return SeenNodes.ids(robot, "document-").stream()
                .filter(id -> id.matches("document-[0-9a-f]{32}"))
                .toList();
    }

    private List<String> permissions() {
        return SeenNodes.ids(robot, "permission-").stream()
                .filter(id -> id.matches("permission-[0-9a-f]{32}"))
                .toList();
    }

    private List<String> events() {
        return SeenNodes.ids(robot, "event-").stream()
                .filter(id -> id.matches("event-[0-9a-f]{32}"))
                .toList();
    }

    /** One row of the activity screen. */
    record SeenEvent(String kind, String decision) implements Comparable<SeenEvent> {
        static final SeenEvent UPLOADED = new SeenEvent("UPLOAD", "PERMITTED");
        static final SeenEvent LOOKED = new SeenEvent("OPEN", "PERMITTED");
        static final SeenEvent REFUSED = new SeenEvent("OPEN", "DENIED");

        @Override
        public int compareTo(SeenEvent other) {
            return (kind + decision).compareTo(other.kind + other.decision);
        }
    }

    /** The invented patient. */
    record PlayedPatient(String name, String birthDate, String hospitalNumber, String postcode, String passphrase) {
        @Override
        public String toString() {
            return "PlayedPatient[personal]";
        }
    }
}
