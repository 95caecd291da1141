// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseFileTest {

    @ParameterizedTest
    @EnumSource
    void sessions_add_up_to_the_dose_delivered_to_each_volume(SampleCase sample) {
        var file = sample.file();
        for (var course : file.codex().courses()) {
            var dose = new HashMap<String, Integer>();
            var fractions = new HashMap<String, Integer>();
            var sessions = file.treatmentOf(course).sessions();
            for (var session : sessions) {
                if (session.fraction() > 0) {
                    for (var each : course.phase(session.phase()).doses()) {
                        dose.merge(each.volume(), each.fraction(), Integer::sum);
                        fractions.merge(each.volume(), 1, Integer::sum);
                    }
                }
            }
            for (var volume : course.volumes()) {
                assertEquals(volume.deliveredDose(), dose.get(volume.name()));
                assertEquals(volume.deliveredFractions(), fractions.get(volume.name()));
            }
            assertEquals(course.sessions(), sessions.getLast().number());
            assertEquals(course.start(), sessions.getFirst().date());
            assertEquals(course.end(), sessions.getLast().date());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_laboratory_value_belongs_to_a_component_and_a_collection(SampleCase sample) {
        var components = LaboratoryPanels.read().panels().stream()
                .flatMap(panel -> panel.components().stream())
                .map(LaboratoryPanels.Component::name)
                .toList();
        sample.file().invented().laboratory().values().forEach((name, values) -> {
            assertTrue(components.contains(name), name);
            assertEquals(3, values.size(), name);
        });
    }

    @Test
    void doses_are_those_of_the_guide() {
        var courses = SampleCase.XRTS_05.file().codex().courses();

        assertEquals(2500, courses.getFirst().volume("Brain Mets").deliveredDose());
        assertEquals(2000, courses.getLast().volume("Brain Mets").deliveredDose());
        assertTrue(courses.getLast().reirradiation());
    }
}
