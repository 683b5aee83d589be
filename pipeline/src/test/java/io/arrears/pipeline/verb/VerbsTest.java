package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line promises before any work is done. */
class VerbsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "sample",
                "ingest",
                "features",
                "train",
                "models",
                "score",
                "plan",
                "publish",
                "run",
                "serve",
                "evaluate",
                "monitor",
                "replay",
                "export",
                "verify"
            })
    void every_verb_of_the_contract_has_help(String verb) {
        Verbs.Answer help = Verbs.run(verb, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: arrears " + verb);
    }

    @Test
    void an_unknown_verb_is_wrong_usage() {
        assertThat(Verbs.run("dunn").exitCode()).isEqualTo(2);
    }

    @Test
    void no_verb_at_all_lists_them() {
        Verbs.Answer answer = Verbs.run();
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("ingest").contains("serve");
    }

    @Test
    void a_wrong_date_is_named() {
        Verbs.Answer answer = Verbs.run("score", "--home", folder, "--as-of", "2026-02-30");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("2026-02-30").contains("--as-of");
    }

    @Test
    void an_empty_home_says_what_to_run() {
        Verbs.Answer answer = Verbs.run("score", "--home", folder, "--as-of", "2026-07-01");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("./arrears ingest");
    }

    @Test
    void too_many_accounts_are_refused_with_the_limit() {
        Verbs.Answer answer = Verbs.run("sample", "--accounts", 0, "--months", 3, "--out", folder.resolve("s"));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("accounts").contains("0");
    }

    @Test
    void no_models_yet_is_an_answer() {
        Verbs.Answer answer = Verbs.run("models", "--home", folder);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("No models yet");
    }

    @Test
    void json_is_one_object() {
        Verbs.Answer answer = Verbs.run(
                "sample", "--accounts", 3, "--months", 2, "--seed", 1, "--out", folder.resolve("s"), "--json");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().strip()).startsWith("{").endsWith("}").contains("\"as_of\" : \"2026-07-01\"");
    }
}
