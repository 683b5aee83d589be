package io.arrears.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Usage, exit codes and config of {@code serve}. */
final class ServeCommandTest {
    private record Run(int exit, String out, String err) {}

    private static Run run(String... args) {
        CommandLine line = Main.commandLine(new ServeCommand(Map.of(), Clock.systemUTC()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Run(line.execute(args), out.toString(), err.toString());
    }

    @Test
    void helpNamesEveryFlagAndExitCode() {
        Run help = run("serve", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("--home", "--port", "--host", "--json", "Exit codes");
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertThat(run("serve", "--prot", "1").exit()).isEqualTo(2);
        assertThat(run("serve", "--port", "many").exit()).isEqualTo(2);
    }

    @Test
    void bindingOtherMachinesNeedsKeys() {
        Run refused = run("serve", "--host", "0.0.0.0", "--port", "70000");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--port 70000", "--host 0.0.0.0", "ARREARS_API_KEYS_FILE");
    }

    @Test
    void aPortInUseEndsWithOne(@TempDir Path folder) throws IOException {
        try (TestService service = TestService.start(Files.createDirectories(folder.resolve("a")))) {
            String port = service.address().replaceAll(".*:", "");
            Run failed = run("serve", "--home", folder.resolve("b").toString(), "--port", port);
            assertThat(failed.exit()).isEqualTo(1);
            assertThat(failed.err()).contains(port);
        }
    }

    @Test
    void everyBadLineOfTheKeysFileIsNamed(@TempDir Path folder) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), "boss:12\nadmin:" + "0".repeat(64) + "\nscorer\n");
        ServingConfig.Flags flags = new ServingConfig.Flags(folder, "127.0.0.1", 0);
        assertThatThrownBy(() -> ServingConfig.of(flags, Map.of("ARREARS_API_KEYS_FILE", keys.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("line 3");
    }

    @Test
    void theHomeIsTheFlagThenTheEnvironmentThenVar() {
        ServingConfig.Flags none = new ServingConfig.Flags(null, "127.0.0.1", 0);
        assertThat(ServingConfig.of(none, Map.of()).home().root()).isEqualTo(Path.of("var"));
        assertThat(ServingConfig.of(none, Map.of("ARREARS_HOME", "x")).home().root())
                .isEqualTo(Path.of("x"));
    }
}
