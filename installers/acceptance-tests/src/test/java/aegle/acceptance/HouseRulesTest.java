// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house: which room may use which, and what only one room may touch. */
@AnalyzeClasses(packages = "aegle", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("aegle.(*)..").should().beFreeOfCycles();

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
            .resideInAnyPackage("aegle.embedded..", "aegle.membership..", "aegle.contract..", "aegle.acceptance..");

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
            .resideOutsideOfPackages("aegle.client.ledger..", "aegle.contract..", "aegle.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hyperledger..", "io.grpc..");

    @ArchTest
    static final ArchRule s3_is_spoken_by_the_client = noClasses()
            .that()
            .resideOutsideOfPackages("aegle.client.store..")
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
    static final ArchRule processes_are_started_by_nobody_here =
            noClasses().should().dependOnClassesThat().belongToAnyOf(ProcessBuilder.class);

    @ArchTest
    static final ArchRule only_mains_print = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule interfaces_are_not_marked_as_such =
            classes().should().haveSimpleNameNotEndingWith("Impl").andShould().haveSimpleNameNotEndingWith("Utils");

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> inAegleBut(
            String... rooms) {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "of Aegle outside of " + String.join(", ", rooms),
                type -> type.getPackageName().startsWith("aegle.")
                        && java.util.Arrays.stream(rooms)
                                .noneMatch(room -> type.getPackageName().startsWith(room)));
    }
}
