package io.arrears.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.Reason;
import io.arrears.model.scoring.Scores;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house: which room may see which, and what nobody in it may do. */
final class WallsTest {
    private static final String ROOT = "io.arrears.model";

    /** Room, what it may see of the house, and the libraries that only the rooms naming them may see. */
    private static final String ALLOWED = """
            account    |                                                         |
            policy     | account                                                 |
            feature    | account                                                 |
            mart       | account                                                 |
            scoring    | account feature                                         | tribuo
            contact    | account policy                                          |
            decision   | account policy contact scoring                          |
            training   | account policy contact feature scoring decision         | tribuo
            journal    |                                                         |
            assessment | account policy contact feature scoring decision journal |
            """;

    private static final String[] TRIBUO = {"org.tribuo..", "com.oracle.labs.mlrg..", "ml.dmlc.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private record Room(String name, List<String> sees, boolean tribuo) {
        static Room parse(String line) {
            String[] cells = line.split("\\|", -1);
            List<String> sees = Arrays.stream(cells[1].strip().split(" +"))
                    .filter(name -> !name.isEmpty())
                    .toList();
            return new Room(cells[0].strip(), sees, cells[2].strip().equals("tribuo"));
        }

        String classes() {
            return ROOT + "." + name + "..";
        }

        String[] packagesItMaySee() {
            return Stream.concat(Stream.of(name), sees.stream())
                    .map(room -> ROOT + "." + room + "..")
                    .toArray(String[]::new);
        }
    }

    private static List<Room> rooms() {
        return ALLOWED.lines().map(Room::parse).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyRoomSeesOnlyWhatTheTableAllows() {
        return rooms().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.name(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(room.classes())
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(ROOT + "..")
                                        .and(resideOutsideOfPackages(room.packagesItMaySee())))
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> onlyTheRoomsThatSaySoSeeTribuo() {
        return rooms().stream()
                .filter(room -> !room.tribuo())
                .map(room -> DynamicTest.dynamicTest(
                        room.name(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(room.classes())
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(TRIBUO)
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void everyRoomStandsInTheTable() {
        Map<String, String> strangers = new TreeMap<>();
        List<String> names = rooms().stream().map(Room::name).toList();
        for (JavaClass type : CLASSES) {
            String room = type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.([a-z]*).*", "$1");
            if (!names.contains(room)) {
                strangers.put(type.getPackageName(), type.getName());
            }
        }

        assertThat(strangers).as("packages without a line in the table").isEmpty();
    }

    @Test
    void theVocabularyKnowsTheJdkAndNothingElse() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".account..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", ROOT + ".account..")
                .check(CLASSES);
    }

    /** Decisions read scores, and trees as a function; how those were made is none of their business. */
    @Test
    void decisionsSeeOfScoringTheValuesOnly() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".decision..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".scoring..")
                        .and(not(belongToAnyOf(Scores.class, Reason.class, FlatEnsemble.class))))
                .check(CLASSES);
    }

    /** Whoever holds a history gets at its facts by saying when they were known, and in no other way. */
    @Test
    void theOnlyDoorToFactsIsWhatWasKnown() {
        String known = KnownHistory.class.getName();
        Set<String> answers = Set.of(
                AccountId.class.getName(),
                AccountHistory.class.getName(),
                known,
                Iterator.class.getName() + "<" + known + ">");

        assertThat(AccountHistory.class.getDeclaredMethods())
                .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
                .extracting(method -> method.getGenericReturnType().getTypeName())
                .hasSizeGreaterThan(3)
                .isSubsetOf(answers);
        fields().that()
                .areDeclaredIn(AccountHistory.class)
                .or()
                .areDeclaredIn(KnownHistory.class)
                .should()
                .notBePublic()
                .check(CLASSES);
        constructors()
                .that()
                .areDeclaredIn(KnownHistory.class)
                .or()
                .areDeclaredIn(AccountHistory.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void thereAreNoCyclesOfRooms() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyKnowsSparkOrHttpServers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "io.javalin..", "org.eclipse.jetty..")
                .check(CLASSES);
    }

    @Test
    void nobodyWritesToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void everyTypeIsClosedForExtensionOrSaysWhoMayExtendIt() {
        classes().should(beClosed()).check(CLASSES);
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, a record, an enum, sealed or an interface") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.isInterface()
                        || type.isEnum()
                        || type.isAnonymousClass()
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " is open: make it final"));
            }
        };
    }

    /** A wall that lets everything through would pass all of the above. */
    @Test
    void theTableIsReadInFull() {
        List<String> lines = new ArrayList<>();
        rooms().forEach(room -> lines.add(room.name() + room.sees()));

        assertThat(lines).hasSize(10).contains("account[]", "scoring[account, feature]", "mart[account]");
        assertThat(CLASSES.contain(ROOT + ".account.Account")).isTrue();
    }
}
