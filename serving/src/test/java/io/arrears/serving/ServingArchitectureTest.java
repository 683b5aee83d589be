package io.arrears.serving;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walls of serving: each room names what it may use. */
final class ServingArchitectureTest {
    private static final String ROOT = "io.arrears.serving.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.arrears.serving");

    /** Room → rooms of serving it may use beside itself. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("mart", Set.of()),
            Map.entry("http", Set.of("mart")),
            Map.entry("intake", Set.of("http")),
            Map.entry("book", Set.of("mart")),
            Map.entry("operation", Set.of("http", "mart")),
            Map.entry("docs", Set.of("http")),
            Map.entry("scores", Set.of("http", "book", "intake")),
            Map.entry("registry", Set.of("http", "intake", "scores")),
            Map.entry("event", Set.of("http", "book", "intake")),
            Map.entry("account", Set.of("http", "book", "mart", "scores")),
            Map.entry("worklist", Set.of("http", "book", "mart")),
            Map.entry("decisions", Set.of("http", "book", "intake", "mart", "scores")),
            Map.entry("monitoring", Set.of("http", "mart")),
            Map.entry("kpi", Set.of("http", "mart")),
            Map.entry("web", Set.of("http", "mart", "kpi")));

    @Test
    void eachRoomUsesOnlyTheRoomsItNames() {
        MAY_USE.forEach((room, others) -> {
            String[] allowed = others.stream().map(other -> ROOT + other).toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage(ROOT + room)
                    .should()
                    .onlyDependOnClassesThat(resideOutsideOfPackage("io.arrears.serving..")
                            .and(resideOutsideOfPackage("io.arrears.pipeline.."))
                            .or(resideInAnyPackage(allowed))
                            .or(resideInAnyPackage(ROOT + room)))
                    .check(CLASSES);
        });
    }

    @Test
    void everyRoomIsNamedHere() {
        classes()
                .that()
                .resideInAPackage(ROOT + "*")
                .should()
                .resideInAnyPackage(
                        MAY_USE.keySet().stream().map(room -> ROOT + room).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("io.arrears.serving.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void javalinStaysAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "http")
                .and()
                .haveSimpleNameNotEndingWith("Routes")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void sparkAndPipelineStayOut() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.spark..", "org.apache.hadoop..", "io.arrears.pipeline..", "org.tribuo..")
                .check(CLASSES);
    }
}
