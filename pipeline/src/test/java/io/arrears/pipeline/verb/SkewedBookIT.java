package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One debtor with hundreds of thousands of events, two million with {@code -Dskew.events=2000000}, beside 1,000 ordinary
 * accounts: a step that looks at all pairs of them would not end today. Prints what each verb costs.
 */
class SkewedBookIT {
    private static final int EVENTS = Integer.getInteger("skew.events", 400_000);
    private static final String AS_OF = "2026-07-01";
    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");
    private static final int DAYS = 900;

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final SplittableRandom random = new SplittableRandom(11);

    @TempDir
    private Path folder;

    @Test
    void a_huge_account_goes_the_whole_road() throws IOException {
        Path home = folder.resolve("home");
        Path sample = folder.resolve("sample");
        take("sample", "--accounts", 1000, "--months", 18, "--seed", 3, "--out", sample);
        String skewed = take("ingest", "--home", home, "--source", writeDrop(), "--max-rejected", 0);
        assertThat(skewed).doesNotContain("rejected accounts").contains(" facts added");
        take("ingest", "--home", home, "--source", sample);
        take("train", "--home", home, "--as-of", AS_OF);
        String model = new ModelRegistry(new Home(home).models()).list().get(0).id();
        take("models", "promote", model, "--home", home);
        take("features", "--home", home, "--as-of", AS_OF);
        take("score", "--home", home, "--as-of", AS_OF);
        take("plan", "--home", home, "--as-of", AS_OF);
        take("publish", "--home", home);
        Path plan = folder.resolve("plan.csv");
        take("export", "plan", "--home", home, "--as-of", AS_OF, "--format", "csv", "--out", plan);
        List<Map<String, String>> rows = Verbs.csv(plan);
        assertThat(rows).filteredOn(row -> row.get("account_id").equals("HUGE")).hasSize(1);
        assertThat(rows).hasSizeGreaterThan(300);
    }

    private String take(Object... arguments) {
        long cpu = machine.getProcessCpuTime();
        long wall = System.nanoTime();
        Verbs.Answer answer = Verbs.run(arguments);
        assertThat(answer.exitCode())
                .as("%s: %s", List.of(arguments), answer.err())
                .isZero();
        System.out.printf(
                "%-9s %5.0f s wall %5.0f s CPU%n",
                arguments[0], (System.nanoTime() - wall) / 1e9, (machine.getProcessCpuTime() - cpu) / 1e9);
        return answer.out();
    }

    /** A third each payments and contacts, the rest invoices, promises, disputes, reversals; all of one account. */
    private Path writeDrop() throws IOException {
        Path drop = Files.createDirectories(folder.resolve("skewed"));
        int third = EVENTS / 3;
        int tenth = EVENTS / 10;
        write(drop, "accounts", 1, "account_id,receivable_type,currency,opened_on", i -> "HUGE,other,EUR,2024-01-01");
        write(drop, "invoices", tenth, "invoice_id,account_id,issued_on,due_on,amount", i -> {
            LocalDate issued = day(DAYS);
            return "HI%d,HUGE,%s,%s,%d.00".formatted(i, issued, issued.plusDays(random.nextInt(60)), 10 + i % 90);
        });
        write(
                drop,
                "payments",
                third,
                "payment_id,account_id,paid_on,amount,kind,reverses",
                i -> i % 10 == 9
                        ? "HP%d,HUGE,%s,0.50,reversal,HP%d"
                                .formatted(i, FIRST_DAY.plusDays(DAYS), i - 1 - random.nextInt(9))
                        : "HP%d,HUGE,%s,%d.00,,".formatted(i, day(DAYS), 1 + i % 20));
        write(
                drop,
                "contacts",
                third,
                "contact_id,account_id,decided_on,at,action,channel,outcome,right_party,propensity",
                i -> {
                    LocalDate day = day(DAYS);
                    return "HC%d,HUGE,%s,%sT10:00:00Z,reminder,%s,no_answer,0,0.5"
                            .formatted(i, day, day, i % 2 == 0 ? "call" : "sms");
                });
        write(drop, "promises", tenth, "promise_id,account_id,made_on,due_on,amount", i -> {
            LocalDate made = day(DAYS);
            return "HM%d,HUGE,%s,%s,1000000.00".formatted(i, made, made.plusDays(random.nextInt(60)));
        });
        write(
                drop,
                "disputes",
                tenth,
                "dispute_id,account_id,invoice_id,opened_on",
                i -> "HD%d,HUGE,HI%d,%s".formatted(i, i, day(DAYS)));
        return drop;
    }

    private LocalDate day(int within) {
        return FIRST_DAY.plusDays(random.nextInt(within));
    }

    private interface Line {
        String of(int number);
    }

    private static void write(Path drop, String table, int rows, String header, Line line) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(drop.resolve(table + ".csv"))) {
            out.write(header + "\n");
            for (int i = 0; i < rows; i++) {
                out.write(line.of(i) + "\n");
            }
        }
    }
}
