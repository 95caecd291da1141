// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.testdata;

import aegle.clinician.aria.AriaExportReader;
import aegle.clinician.aria.AriaProfile;
import aegle.clinician.ui.ClinicianScreens;
import aegle.clinician.ui.Whereabouts;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.Dates;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.WindowShell;
import aegle.desktop.testkit.ShownWindow;
import aegle.record.MspId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The program's screens on a fake desk, in a window, without lock and network. */
public final class Screens {
    public static final Path SHOTS = Path.of(System.getProperty("aegle.shots", "target/shots"));
    public static final String TEXTS = "aegle.clinician.texts";
    public static final Clock CLOCK = Clock.fixed(Patients.NOW, ZoneOffset.UTC);

    private Screens() {}

    public static ShownWindow english() {
        return dressed(ShownWindow.english(TEXTS));
    }

    public static ShownWindow german() {
        return dressed(ShownWindow.german(TEXTS));
    }

    public static Wording wording(Messages messages) {
        return new Wording(
                messages,
                new Dates(messages, CLOCK),
                Map.of(new MspId("MeadowStreetMSP"), "Meadow Street Cancer Center"));
    }

    public static AriaExportReader reader() {
        return new AriaExportReader(AriaProfile.standard(), ZoneOffset.UTC);
    }

    /** Show everything behind the lock, at the patients. */
    public static ClinicianScreens show(ShownWindow window, FakeDesk desk) throws InterruptedException {
        return show(window, desk, Whereabouts.AT_THE_PATIENTS);
    }

    /** Show everything behind the lock, where somebody was before. */
    public static ClinicianScreens show(ShownWindow window, FakeDesk desk, Whereabouts at) throws InterruptedException {
        var made = new ClinicianScreens[1];
        window.showShell(own -> {
            var notices = new Notices();
            var screens = new ClinicianScreens(
                    new ClinicianScreens.Desks(() -> desk, () -> desk),
                    new ClinicianScreens.Parts(own.background(), wording(own.messages()), notices, CLOCK, reader()));
            made[0] = screens;
            var shell = new WindowShell(
                    own.messages().text("program.name"),
                    screens.navigation(),
                    notices,
                    own.messages(),
                    Optional.of(() -> {}));
            screens.resume(at);
            return shell;
        });
        window.awaitIdle();
        return made[0];
    }

    private static ShownWindow dressed(ShownWindow window) {
        ShownWindow.onFx(() -> window.theme()
                .with(Objects.requireNonNull(Screens.class.getResource("/aegle/clinician/clinician.css"))
                        .toExternalForm()));
        return window;
    }
}
