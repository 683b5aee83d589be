package io.arrears.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactRow;
import io.arrears.pipeline.history.AccountFacts;
import io.arrears.pipeline.history.AccountScan;
import io.arrears.pipeline.history.FactRows;
import org.junit.jupiter.api.Test;

/** The walls of this module. */
class WallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.arrears.pipeline");

    @Test
    void pipeline_never_sees_http_or_serving() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.arrears.serving..", "io.javalin..", "org.eclipse.jetty..")
                .check(CLASSES);
    }

    @Test
    void only_model_talks_to_tribuo() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tribuo..", "ml.dmlc..")
                .check(CLASSES);
    }

    @Test
    void the_sample_generator_stands_alone() {
        noClasses()
                .that()
                .resideInAPackage("..sample..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.arrears.model..", "org.apache.spark..")
                .because("the truth must not be computed by the code it judges")
                .check(CLASSES);
    }

    @Test
    void nothing_calls_a_verb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..verb..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..verb..")
                .check(CLASSES);
    }

    /**
     * Jobs are given histories, whose only door is what was known; the facts themselves are for ingest and the lake, and
     * for the one who explains what arrived when.
     */
    @Test
    void jobs_never_read_facts_past_the_door() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..history..", "..ingest..")
                .and()
                .doNotHaveSimpleName("LateArrivals")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(AccountFacts.class, AccountScan.class, FactRows.class, FactCodec.class, FactRow.class)
                .check(CLASSES);
    }

    @Test
    void rooms_form_no_circle() {
        slices().matching("io.arrears.pipeline.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void classes_are_final() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }
}
