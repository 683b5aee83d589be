package io.arrears.pipeline.verb;

import static io.arrears.pipeline.verb.TrainedHome.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.model.scoring.GateCheck;
import io.arrears.model.scoring.ModelRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate before promotion, over the registry of a home: refusal, force with its reason, rollback, shadow. */
final class PromotionIT {
    @TempDir
    private Path folder;

    @Test
    void aCandidateGoesThroughTheGateOrByForce() {
        Path home = TrainedHome.copyTo(folder.resolve("home"));
        ModelRegistry registry = new ModelRegistry(new Home(home).models());
        String champion = registry.findChampion().orElseThrow();
        Verbs.Answer trained =
                run("train", "--home", home, "--as-of", TrainedHome.AS_OF, "--target", "pay30", "--seed", 7, "--json");
        assertThat(trained.out()).contains("\"gate_passed\"", "\"gate_reasons\"");
        String candidate = registry.list().stream()
                .map(model -> model.id())
                .filter(id -> !id.equals(champion))
                .findFirst()
                .orElseThrow();
        assertThat(registry.findVerdict(candidate)).hasValueSatisfying(verdict -> {
            assertThat(verdict.champion()).isEqualTo(champion);
            assertThat(verdict.checks()).extracting(GateCheck::name).contains("calibrated", "plausible", "schema");
        });

        run("models", "shadow", candidate, "--home", home);
        assertThat(run("models", "list", "--home", home).out()).contains(candidate + "          shadow");

        scoresBesideTheChampion(home, candidate);

        TrainedHome.delete(home.resolve("training"));
        Verbs.Answer refused = Verbs.run("models", "promote", candidate, "--home", home);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("REFUSED", "not kept", "was refused").contains("passed   schema");
        assertThat(registry.findChampion()).hasValue(champion);
        assertThat(Verbs.run("models", "promote", candidate, "--home", home, "--force", " ")
                        .exitCode())
                .isEqualTo(2);

        run("models", "promote", candidate, "--home", home, "--force", "rows were archived");
        assertThat(registry.findChampion()).hasValue(candidate);
        assertThat(registry.findShadow()).isEmpty();
        assertThat(registry.log()).last().isEqualTo("promote " + candidate + " forced rows were archived");
        run("models", "rollback", "--home", home);
        assertThat(registry.findChampion()).hasValue(champion);
    }

    /** The shadow's scores stay apart, the champion's are what they were, and how far both agree is told. */
    private static void scoresBesideTheChampion(Path home, String candidate) {
        Path before = home.resolveSibling("before.csv");
        Path after = home.resolveSibling("after.csv");
        export(home, before);
        Verbs.Answer scored = run("score", "--home", home, "--as-of", TrainedHome.AS_OF, "--json");
        assertThat(scored.out())
                .contains("\"shadow\"", "\"challenger\" : \"" + candidate + "\"", "pay_probability_30d")
                .doesNotContain("shadow_failure");
        export(home, after);
        assertThat(after).hasSameBinaryContentAs(before);
        Path shadow = home.resolve("shadow").resolve("as-of=" + TrainedHome.AS_OF);
        assertThat(new PublishedFolder(shadow).find().orElseThrow().resolve("agreement.json"))
                .content()
                .contains("\"rankCorrelation\"", candidate);
        run("models", "unshadow", "--home", home);
        assertThat(run("score", "--home", home, "--as-of", TrainedHome.AS_OF, "--json")
                        .out())
                .doesNotContain("shadow");
        run("models", "shadow", candidate, "--home", home);
    }

    private static void export(Path home, Path out) {
        run("export", "scores", "--home", home, "--as-of", TrainedHome.AS_OF, "--format", "csv", "--out", out);
    }
}
