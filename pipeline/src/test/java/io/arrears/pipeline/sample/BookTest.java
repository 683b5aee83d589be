package io.arrears.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample looks like a book of receivables: replayed from its rows alone, oldest invoice first. */
class BookTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

    @TempDir
    private static Path out;

    private static final Map<String, Integer> PAST_DUE_DAYS = new TreeMap<>();
    private static final Map<String, BigDecimal> OVERPAID = new TreeMap<>();
    private static int writtenOff;

    @BeforeAll
    static void replay() {
        SamplePortfolio.write(SampleSettings.of(3000, 18, 9, out));
        Map<String, List<NamedCsvRecord>> invoices = SampleTables.read(out, "invoices").stream()
                .collect(Collectors.groupingBy(row -> row.getField("account_id")));
        Map<String, BigDecimal> paid = new HashMap<>();
        for (NamedCsvRecord row : SampleTables.read(out, "payments")) {
            BigDecimal amount = new BigDecimal(row.getField("amount"));
            boolean takenBack = row.getField("kind").equals("reversal");
            paid.merge(row.getField("account_id"), takenBack ? amount.negate() : amount, BigDecimal::add);
        }
        for (NamedCsvRecord account : SampleTables.read(out, "accounts")) {
            String id = account.getField("account_id");
            replay(id, invoices.getOrDefault(id, List.of()), paid.getOrDefault(id, BigDecimal.ZERO));
        }
        writtenOff = (int) SampleTables.read(out, "flags").stream()
                .filter(row -> row.getField("flag").equals("charged_off"))
                .count();
    }

    private static void replay(String account, List<NamedCsvRecord> invoices, BigDecimal paid) {
        List<NamedCsvRecord> oldestFirst = invoices.stream()
                .sorted(Comparator.comparing(row -> row.getField("due_on")))
                .toList();
        BigDecimal left = paid;
        int age = 0;
        for (NamedCsvRecord row : oldestFirst) {
            left = left.subtract(new BigDecimal(row.getField("amount")));
            if (left.signum() < 0 && age == 0) {
                age = (int) Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(row.getField("due_on")), AS_OF));
                left = BigDecimal.ZERO;
                break;
            }
        }
        PAST_DUE_DAYS.put(account, age);
        OVERPAID.put(account, left.max(BigDecimal.ZERO));
    }

    @Test
    void nobodyPaysMoreThanIsBilled() {
        assertThat(OVERPAID.values()).allMatch(amount -> amount.signum() == 0);
    }

    @Test
    void aFifthToAThirdIsPastDue() {
        assertThat(share(1, Integer.MAX_VALUE)).isBetween(0.18, 0.33);
        assertThat((double) writtenOff / PAST_DUE_DAYS.size()).isBetween(0.02, 0.12);
    }

    @Test
    void bucketsThinOutAndHaveATail() {
        assertThat(share(1, 30)).isGreaterThan(share(31, 60));
        assertThat(share(31, 60)).isGreaterThan(share(61, 90));
        assertThat(share(91, Integer.MAX_VALUE)).isBetween(0.02, 0.10);
        assertThat(share(301, Integer.MAX_VALUE)).isZero();
    }

    @Test
    void aFewFactsAreKnownLate() {
        List<NamedCsvRecord> payments = SampleTables.read(out, "payments");
        long late = payments.stream()
                .filter(row -> !row.getField("known_at").isEmpty())
                .count();
        assertThat((double) late / payments.size()).isBetween(0.01, 0.02);
    }

    @Test
    void everyKindOfPaymentAndReceivableOccurs() {
        assertThat(SampleTables.read(out, "payments").stream().map(row -> row.getField("kind")))
                .contains("payment", "credit_note", "write_off", "settlement_write_off", "reversal");
        assertThat(SampleTables.read(out, "accounts").stream().map(row -> row.getField("currency")))
                .contains("EUR", "GBP", "USD", "JPY", "KWD");
    }

    private static double share(int fromDays, int toDays) {
        return (double) PAST_DUE_DAYS.values().stream()
                        .filter(age -> age >= fromDays && age <= toDays)
                        .count()
                / PAST_DUE_DAYS.size();
    }
}
