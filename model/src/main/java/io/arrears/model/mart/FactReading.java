package io.arrears.model.mart;

import static io.arrears.model.mart.FactColumn.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.DisputeResolution;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Party;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.ReceivableType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reading half of {@link FactCodec}. */
final class FactReading {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TextMeaning<FactTable> TABLES = TextMeaning.ofCode(FactTable.class);
    private static final TextMeaning<ReceivableType> RECEIVABLES = TextMeaning.ofCode(ReceivableType.class);
    private static final TextMeaning<Party> PARTIES = TextMeaning.ofCode(Party.class);
    private static final TextMeaning<Channel> CHANNELS = TextMeaning.ofCode(Channel.class);
    private static final TextMeaning<InvoiceKind> INVOICE_KINDS = TextMeaning.ofCode(InvoiceKind.class);
    private static final TextMeaning<PaymentKind> PAYMENT_KINDS = TextMeaning.ofCode(PaymentKind.class);
    private static final TextMeaning<ContactWindow> WINDOWS = TextMeaning.ofCode(ContactWindow.class);
    private static final TextMeaning<Direction> DIRECTIONS = TextMeaning.ofCode(Direction.class);
    private static final TextMeaning<ContactOutcome> OUTCOMES = TextMeaning.ofCode(ContactOutcome.class);
    private static final TextMeaning<DisputeResolution> RESOLUTIONS = TextMeaning.ofCode(DisputeResolution.class);
    private static final TextMeaning<FlagKind> FLAGS = TextMeaning.ofCode(FlagKind.class);
    private static final TextMeaning<Currency> CURRENCIES = Currency::getInstance;
    private static final TextMeaning<List<ZoneId>> ZONES =
            text -> Arrays.stream(text.split(FactCodec.ZONE_SEPARATOR, -1))
                    .map(ZoneId::of)
                    .toList();

    private FactReading() {}

    static FactTable table(FactCells cells) {
        return get(cells, FACT, TABLES);
    }

    static Fact fact(FactCells cells) {
        long known = longAt(cells, KNOWN_US);
        int day = intAt(cells, EVENT_DAY);
        return switch (table(cells)) {
            case ACCOUNTS -> account(cells, day, known);
            case INVOICES ->
                new Invoice(
                        text(cells, KEY),
                        day,
                        intAt(cells, DUE_DAY),
                        longAt(cells, AMOUNT_MINOR),
                        get(cells, KIND, INVOICE_KINDS),
                        known);
            case PAYMENTS -> payment(cells, day, known);
            case CONTACTS -> contact(cells, day, known);
            case PROMISES ->
                new Promise(
                        text(cells, KEY),
                        findText(cells, CONTACT_ID),
                        day,
                        intAt(cells, DUE_DAY),
                        longAt(cells, AMOUNT_MINOR),
                        known);
            case DISPUTES -> dispute(cells, day, known);
            case CONSENTS ->
                new Consent(get(cells, CHANNEL, CHANNELS), isOne(cells, GRANTED), longAt(cells, EFFECTIVE_US), known);
            case FLAGS -> new Flag(get(cells, FLAG, FLAGS), day, findInt(cells, TO_DAY), known);
        };
    }

    private static Payment payment(FactCells cells, int day, long known) {
        return new Payment(
                text(cells, KEY),
                day,
                longAt(cells, AMOUNT_MINOR),
                get(cells, KIND, PAYMENT_KINDS),
                findText(cells, INVOICE_ID),
                findText(cells, REVERSES),
                findText(cells, METHOD),
                known);
    }

    private static Dispute dispute(FactCells cells, int day, long known) {
        return new Dispute(
                text(cells, KEY),
                findText(cells, INVOICE_ID),
                day,
                findInt(cells, CLOSED_DAY),
                get(cells, RESOLUTION, RESOLUTIONS),
                findText(cells, REASON),
                known);
    }

    private static Account account(FactCells cells, int openedDay, long known) {
        List<ZoneId> zones = find(cells, TIME_ZONE, ZONES);
        AccountProfile profile = new AccountProfile(
                get(cells, PARTY, PARTIES),
                findText(cells, JURISDICTION),
                zones == null ? List.of() : zones,
                findText(cells, SEGMENT),
                findLong(cells, CREDIT_LIMIT_MINOR),
                find(cells, PREFERRED_CHANNEL, CHANNELS));
        return new Account(
                new AccountId(text(cells, ACCOUNT_ID)),
                text(cells, DEBTOR_ID),
                get(cells, RECEIVABLE_TYPE, RECEIVABLES),
                get(cells, CURRENCY, CURRENCIES),
                openedDay,
                profile,
                attributes(findText(cells, ATTRIBUTES)),
                known);
    }

    private static Contact contact(FactCells cells, int day, long known) {
        Arm arm = new Arm(text(cells, ACTION), get(cells, CHANNEL, CHANNELS), get(cells, CONTACT_WINDOW, WINDOWS));
        ContactResult result = new ContactResult(
                find(cells, OUTCOME, OUTCOMES),
                isOne(cells, RIGHT_PARTY),
                isOne(cells, COMPLAINT),
                findInt(cells, TALK_SECONDS));
        ContactTerms terms =
                new ContactTerms(findLong(cells, COST_MINOR), findText(cells, AGENT_ID), findDouble(cells, PROPENSITY));
        return new Contact(
                text(cells, KEY),
                day,
                findLong(cells, AT_US),
                arm,
                get(cells, DIRECTION, DIRECTIONS),
                result,
                terms,
                known);
    }

    private static <T> T get(FactCells cells, FactColumn column, TextMeaning<T> meaning) {
        return require(cells, column).meaningAt(column, meaning);
    }

    private static <T> @Nullable T find(FactCells cells, FactColumn column, TextMeaning<T> meaning) {
        return cells.isNull(column) ? null : cells.meaningAt(column, meaning);
    }

    private static String text(FactCells cells, FactColumn column) {
        return require(cells, column).textAt(column);
    }

    private static int intAt(FactCells cells, FactColumn column) {
        return require(cells, column).intAt(column);
    }

    private static long longAt(FactCells cells, FactColumn column) {
        return require(cells, column).longAt(column);
    }

    private static boolean isOne(FactCells cells, FactColumn column) {
        return !cells.isNull(column) && cells.intAt(column) == 1;
    }

    private static @Nullable String findText(FactCells cells, FactColumn column) {
        return cells.isNull(column) ? null : cells.textAt(column);
    }

    private static @Nullable Integer findInt(FactCells cells, FactColumn column) {
        return cells.isNull(column) ? null : (Integer) cells.intAt(column);
    }

    private static @Nullable Long findLong(FactCells cells, FactColumn column) {
        return cells.isNull(column) ? null : (Long) cells.longAt(column);
    }

    private static @Nullable Double findDouble(FactCells cells, FactColumn column) {
        return cells.isNull(column) ? null : (Double) cells.doubleAt(column);
    }

    private static FactCells require(FactCells cells, FactColumn column) {
        if (cells.isNull(column)) {
            throw new IllegalArgumentException("a %s row of the history has no %s: the lake is damaged, ingest it anew"
                    .formatted(cells.isNull(FACT) ? null : cells.textAt(FACT), column.code()));
        }
        return cells;
    }

    private static Map<String, String> attributes(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("attributes of an account are no JSON object of strings", e);
        }
    }
}
