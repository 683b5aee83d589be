package io.arrears.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of a sample keeps the contract of the canonical tables. */
class CanonicalRowsTest {
    private static final LocalDate START = LocalDate.of(2025, 7, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
    private static final Map<String, Integer> DIGITS =
            Map.of("EUR", 2, "GBP", 2, "USD", 2, "CAD", 2, "AUD", 2, "JPY", 0, "KWD", 3);

    private static final Set<String> FLAGS = Set.of(
            "deceased",
            "bankruptcy",
            "cease_contact",
            "attorney",
            "vulnerable",
            "breathing_space",
            "moratorium",
            "identity_theft",
            "charged_off",
            "sold");

    @TempDir
    private static Path out;

    private static final Map<String, NamedCsvRecord> ACCOUNTS = new HashMap<>();

    @BeforeAll
    static void write() {
        SamplePortfolio.write(SampleSettings.of(1500, 12, 5, out));
        SampleTables.read(out, "accounts").forEach(row -> ACCOUNTS.put(row.getField("account_id"), row));
    }

    @Test
    void accountsHaveKnownCodes() {
        assertThat(ACCOUNTS).hasSize(1500);
        for (NamedCsvRecord row : ACCOUNTS.values()) {
            known(row, "receivable_type", "consumer_loan", "credit_card", "utility", "b2b_invoice");
            known(row, "party", "first_party", "third_party");
            known(row, "preferred_channel", "", "email", "sms", "letter", "call");
            assertThat(DIGITS).containsKey(row.getField("currency"));
            assertThat(date(row, "opened_on")).isBefore(AS_OF);
            for (String zone : row.getField("time_zone").split(";")) {
                assertThat(zone.isEmpty() || ZoneId.getAvailableZoneIds().contains(zone))
                        .isTrue();
            }
        }
    }

    @Test
    void invoicesAreDatedAndBelongToAccounts() {
        unique("invoices", "invoice_id");
        for (NamedCsvRecord row : SampleTables.read(out, "invoices")) {
            money(row, "amount");
            known(row, "kind", "invoice", "instalment", "statement", "fee", "interest");
            assertThat(date(row, "due_on")).isAfterOrEqualTo(within(row, "issued_on"));
        }
    }

    @Test
    void paymentsNameInvoicesAndReversalsNamePayments() {
        Set<String> payments = unique("payments", "payment_id");
        Set<String> invoices = unique("invoices", "invoice_id");
        for (NamedCsvRecord row : SampleTables.read(out, "payments")) {
            money(row, "amount");
            within(row, "paid_on");
            known(row, "kind", "payment", "credit_note", "write_off", "settlement_write_off", "reversal");
            assertThat(row.getField("invoice_id"))
                    .satisfiesAnyOf(
                            id -> assertThat(id).isEmpty(), id -> assertThat(id).isIn(invoices));
            if (row.getField("kind").equals("reversal")) {
                assertThat(row.getField("reverses")).isIn(payments);
            } else {
                assertThat(row.getField("reverses")).isEmpty();
            }
            knownAt(row, "paid_on");
        }
    }

    @Test
    void contactsAreLoggedWithTheirPropensity() {
        unique("contacts", "contact_id");
        for (NamedCsvRecord row : SampleTables.read(out, "contacts")) {
            known(row, "action", "none", "reminder", "plan_offer", "settlement_offer");
            known(row, "channel", "none", "email", "sms", "letter", "call");
            known(row, "window", "any", "morning", "afternoon", "evening");
            if (row.getField("direction").equals("inbound")) {
                assertThat(row.getField("propensity")).isEmpty();
            } else {
                assertThat(new BigDecimal(row.getField("propensity")))
                        .isBetween(new BigDecimal("0.01"), BigDecimal.ONE);
                assertThat(row.getField("at").isEmpty())
                        .isEqualTo(row.getField("action").equals("none"));
            }
            if (!row.getField("at").isEmpty()) {
                OffsetDateTime at = OffsetDateTime.parse(row.getField("at"));
                assertThat(at.toLocalDate()).isEqualTo(within(row, "decided_on"));
                assertThat(at.getHour()).isBetween(8, 20);
                cost(row);
            }
        }
    }

    @Test
    void holdOutsAreNeverContacted() {
        Set<String> holdouts = new HashSet<>();
        ACCOUNTS.values().stream()
                .filter(row -> row.getField("x_holdout").equals("1"))
                .forEach(row -> holdouts.add(row.getField("account_id")));
        List<NamedCsvRecord> decisions = SampleTables.read(out, "contacts").stream()
                .filter(row -> holdouts.contains(row.getField("account_id")))
                .filter(row -> row.getField("direction").equals("outbound"))
                .toList();
        assertThat(decisions).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getField("action")).isEqualTo("none");
            assertThat(new BigDecimal(row.getField("propensity"))).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    @Test
    void promisesFollowContactsAndAreDueLater() {
        Set<String> contacts = unique("contacts", "contact_id");
        unique("promises", "promise_id");
        for (NamedCsvRecord row : SampleTables.read(out, "promises")) {
            money(row, "amount");
            assertThat(row.getField("contact_id")).isIn(contacts);
            assertThat(date(row, "due_on")).isAfterOrEqualTo(within(row, "made_on"));
        }
    }

    @Test
    void disputesAndFlagsAreKnown() {
        unique("disputes", "dispute_id");
        for (NamedCsvRecord row : SampleTables.read(out, "disputes")) {
            within(row, "opened_on");
            known(row, "resolution", "open", "upheld", "rejected");
            assertThat(row.getField("closed_on").isEmpty())
                    .isEqualTo(row.getField("resolution").equals("open"));
            knownAt(row, "opened_on");
        }
        for (NamedCsvRecord row : SampleTables.read(out, "flags")) {
            within(row, "from_on");
            knownAt(row, "from_on");
            assertThat(row.getField("flag")).isIn(FLAGS);
        }
    }

    @Test
    void nobodyIsContactedAfterAWithdrawalOnThatChannel() {
        Map<String, LocalDate> withdrawn = new HashMap<>();
        for (NamedCsvRecord row : SampleTables.read(out, "consents")) {
            known(row, "channel", "email", "sms", "letter", "call");
            String key = row.getField("account_id") + row.getField("channel");
            if (row.getField("granted").equals("0")) {
                withdrawn.put(key, date(row, "effective_at"));
            } else {
                withdrawn.remove(key);
            }
        }
        for (NamedCsvRecord row : SampleTables.read(out, "contacts")) {
            LocalDate since = withdrawn.get(row.getField("account_id") + row.getField("channel"));
            if (since != null && row.getField("direction").equals("outbound")) {
                assertThat(date(row, "decided_on")).isBeforeOrEqualTo(since);
            }
        }
    }

    private static Set<String> unique(String table, String key) {
        Set<String> keys = new HashSet<>();
        for (NamedCsvRecord row : SampleTables.read(out, table)) {
            assertThat(keys.add(row.getField(key))).as("%s twice", row).isTrue();
            assertThat(ACCOUNTS).containsKey(row.getField("account_id"));
        }
        assertThat(keys).isNotEmpty();
        return keys;
    }

    private static void money(NamedCsvRecord row, String column) {
        BigDecimal amount = new BigDecimal(row.getField(column));
        String currency =
                Objects.requireNonNull(ACCOUNTS.get(row.getField("account_id"))).getField("currency");
        assertThat(amount.scale()).as("%s", row).isEqualTo(DIGITS.get(currency));
        assertThat(amount).as("%s", row).isPositive();
    }

    private static void cost(NamedCsvRecord row) {
        assertThat(new BigDecimal(row.getField("cost")).signum()).isNotNegative();
    }

    private static void known(NamedCsvRecord row, String column, String... codes) {
        assertThat(row.getField(column)).as("%s", row).isIn((Object[]) codes);
    }

    private static LocalDate date(NamedCsvRecord row, String column) {
        return LocalDate.parse(row.getField(column));
    }

    private static LocalDate within(NamedCsvRecord row, String column) {
        LocalDate date = date(row, column);
        assertThat(date).as("%s", row).isAfterOrEqualTo(START).isBefore(AS_OF);
        return date;
    }

    private static void knownAt(NamedCsvRecord row, String event) {
        if (!row.getField("known_at").isEmpty()) {
            LocalDate known = OffsetDateTime.parse(row.getField("known_at")).toLocalDate();
            assertThat(known).isAfter(date(row, event)).isBefore(AS_OF);
        }
    }
}
