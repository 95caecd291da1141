// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import aegle.crypto.Digest;
import aegle.record.NetworkId;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The arrows of the house: which room may use which, and what only one room may touch. */
@AnalyzeClasses(
        packages = "aegle",
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.NoTestJars.class})
class HouseRulesTest {

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("aegle.(*)..").should().beFreeOfCycles();

    /**
     * Three knots are known. Record is one vocabulary: facts carry signed statements, statements name facts, and the codec writes both.
     * The port to the membership service speaks of the applications that enrollment makes through it. The clinician's window knows the
     * screens that it is made of, and they its texts.
     */
    @ArchTest
    static final ArchRule packages_of_a_room_have_no_cycles = slices().matching("aegle.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("aegle.record.."), resideInAPackage("aegle.record.."))
            .ignoreDependency(type(MembershipDirectory.class), resideInAPackage("aegle.sharing.enrollment"))
            .ignoreDependency(
                    nameMatching("aegle\\.clinician\\.ui\\.(ClinicianWindow|ClinicianScreens|ConnectionWatch)(\\$.*)?"),
                    resideInAPackage("aegle.clinician.ui.*"));

    @ArchTest
    static final ArchRule crypto_knows_no_other_room = noClasses()
            .that()
            .resideInAPackage("aegle.crypto..")
            .should()
            .dependOnClassesThat(inAegleBut("aegle.crypto"));

    @ArchTest
    static final ArchRule record_knows_no_other_room = noClasses()
            .that()
            .resideInAPackage("aegle.record..")
            .should()
            .dependOnClassesThat(inAegleBut("aegle.record"));

    @ArchTest
    static final ArchRule sharing_knows_crypto_and_record_alone = noClasses()
            .that()
            .resideInAPackage("aegle.sharing..")
            .should()
            .dependOnClassesThat(inAegleBut("aegle.sharing", "aegle.crypto", "aegle.record"));

    @ArchTest
    static final ArchRule the_contract_knows_record_alone = noClasses()
            .that()
            .resideInAPackage("aegle.contract..")
            .should()
            .dependOnClassesThat(inAegleBut("aegle.contract", "aegle.record"));

    @ArchTest
    static final ArchRule membership_knows_the_protocol_but_no_adapter = noClasses()
            .that()
            .resideInAPackage("aegle.membership..")
            .should()
            .dependOnClassesThat(inAegleBut("aegle.membership", "aegle.sharing", "aegle.crypto", "aegle.record"));

    @ArchTest
    static final ArchRule the_practice_network_knows_no_program = noClasses()
            .that()
            .resideInAPackage("aegle.embedded..")
            .should()
            .dependOnClassesThat(inAegleBut(
                    "aegle.embedded",
                    "aegle.contract",
                    "aegle.membership",
                    "aegle.client",
                    "aegle.sharing",
                    "aegle.crypto",
                    "aegle.record"));

    @ArchTest
    static final ArchRule rooms_use_of_each_other_what_is_exported =
            classes().that().resideInAPackage("aegle..").should(useOnlyWhatIsExported());

    @ArchTest
    static final ArchRule desktop_knows_the_protocol_but_no_adapter = noClasses()
            .that()
            .resideInAPackage("aegle.desktop..")
            .should()
            .dependOnClassesThat(inAegleBut("aegle.desktop", "aegle.sharing", "aegle.crypto", "aegle.record"));

    @ArchTest
    static final ArchRule the_programs_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage("aegle.wallet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("aegle.clinician..");

    @ArchTest
    static final ArchRule nor_the_other_way_round = noClasses()
            .that()
            .resideInAPackage("aegle.clinician..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("aegle.wallet..");

    @ArchTest
    static final ArchRule only_composition_roots_know_the_adapters = noClasses()
            .that()
            .resideInAnyPackage("aegle.wallet..", "aegle.clinician..")
            .and()
            .haveSimpleNameNotEndingWith("Application")
            .and()
            .haveSimpleNameNotEndingWith("Composition")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("aegle.client..");

    @ArchTest
    static final ArchRule programs_know_neither_network_nor_contract = noClasses()
            .that()
            .resideInAnyPackage("aegle.wallet..", "aegle.clinician..", "aegle.desktop..", "aegle.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "aegle.embedded..",
                    "aegle.membership..",
                    "aegle.contract..",
                    "aegle.benchmarks..",
                    "aegle.acceptance..");

    @ArchTest
    static final ArchRule only_windows_know_the_scene = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "aegle.desktop..",
                    "aegle.wallet.ui..",
                    "aegle.clinician.ui..",
                    "aegle.wallet",
                    "aegle.clinician",
                    "aegle.acceptance..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule view_models_know_no_window = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "aegle.client..");

    @ArchTest
    static final ArchRule the_toolkit_thread_is_entered_in_one_room = noClasses()
            .that()
            .resideOutsideOfPackages("aegle.desktop.kit..", "aegle.acceptance..")
            .should()
            .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable");

    @ArchTest
    static final ArchRule fabric_is_spoken_by_client_contract_and_embedded = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "aegle.client.ledger..", "aegle.contract..", "aegle.embedded..", "aegle.benchmarks.contract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hyperledger..", "io.grpc..");

    @ArchTest
    static final ArchRule s3_is_spoken_by_the_client_and_the_founder_of_buckets = noClasses()
            .that()
            .resideOutsideOfPackages("aegle.client.store..", "aegle.devnet..", "aegle.benchmarks.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.minio..");

    @ArchTest
    static final ArchRule the_pure_rooms_know_neither_network_nor_database = noClasses()
            .that()
            .resideInAnyPackage("aegle.crypto..", "aegle.record..", "aegle.sharing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.sql..");

    @ArchTest
    static final ArchRule processes_are_started_by_the_devnet_alone = noClasses()
            .that()
            .resideOutsideOfPackages("aegle.devnet..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class);

    @ArchTest
    static final ArchRule the_devnet_knows_no_program = noClasses()
            .that()
            .resideInAPackage("aegle.devnet..")
            .should()
            .dependOnClassesThat(inAegleBut(
                    "aegle.devnet",
                    "aegle.embedded",
                    "aegle.contract",
                    "aegle.membership",
                    "aegle.client",
                    "aegle.sharing",
                    "aegle.crypto",
                    "aegle.record"));

    @ArchTest
    static final ArchRule benchmarks_know_no_program = noClasses()
            .that()
            .resideInAPackage("aegle.benchmarks..")
            .should()
            .dependOnClassesThat(inAegleBut(
                    "aegle.benchmarks",
                    "aegle.desktop",
                    "aegle.devnet",
                    "aegle.embedded",
                    "aegle.contract",
                    "aegle.client",
                    "aegle.sharing",
                    "aegle.crypto",
                    "aegle.record"));

    @ArchTest
    static final ArchRule only_mains_print = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule interfaces_are_not_marked_as_such =
            classes().should().haveSimpleNameNotEndingWith("Impl").andShould().haveSimpleNameNotEndingWith("Utils");

    /** Tests that other rooms' tests use lie in jars of their own. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static DescribedPredicate<JavaClass> inAegleBut(String... rooms) {
        return DescribedPredicate.describe(
                "of Aegle outside of " + String.join(", ", rooms),
                type -> type.getPackageName().startsWith("aegle.")
                        && Arrays.stream(rooms).noneMatch(room -> isIn(room, type.getPackageName())));
    }

    private static boolean isIn(String room, String packageName) {
        return packageName.equals(room) || packageName.startsWith(room + ".");
    }

    /** On the class path nobody else asks the module descriptors of crypto, record and sharing. */
    private static ArchCondition<JavaClass> useOnlyWhatIsExported() {
        List<ModuleDescriptor> rooms = Stream.of(Digest.class, NetworkId.class, RecordLedger.class)
                .map(HouseRulesTest::descriptor)
                .toList();
        return new ArchCondition<>("use only what modules export") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> rooms.stream()
                                .anyMatch(room -> hides(
                                        room,
                                        type.getPackageName(),
                                        use.getTargetClass().getPackageName())))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    private static boolean hides(ModuleDescriptor room, String from, String to) {
        return isIn(room.name(), to)
                && !isIn(room.name(), from)
                && room.exports().stream()
                        .filter(exports -> !exports.isQualified())
                        .noneMatch(exports -> exports.source().equals(to));
    }

    private static ModuleDescriptor descriptor(Class<?> ofRoom) {
        try {
            Path jar = Path.of(
                    ofRoom.getProtectionDomain().getCodeSource().getLocation().toURI());
            return ModuleFinder.of(jar).findAll().stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(jar + " is no module"))
                    .descriptor();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
