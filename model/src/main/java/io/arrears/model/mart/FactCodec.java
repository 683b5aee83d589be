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
import io.arrears.model.account.Coded;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between facts and rows: the one place that knows which column holds what. Thread-safe. */
public final class FactCodec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ZONE_SEPARATOR = ";";

    private FactCodec() {}

    /** A fact of an account as a row. */
    public static FactRow toRow(AccountId id, Fact fact) {
        FactRow row = new FactRow()
                .set(ACCOUNT_ID, (Object) id.value())
                .set(FACT, fact.table())
                .set(KEY, (Object) fact.key())
                .set(EVENT_DAY, fact.eventDay())
                .set(KNOWN_US, fact.knownMicros());
        if (fact instanceof Account account) {
            writeAccount(row, account);
        } else if (fact instanceof Invoice invoice) {
            row.set(DUE_DAY, invoice.dueDay())
                    .set(AMOUNT_MINOR, invoice.amountMinor())
                    .set(KIND, invoice.kind());
        } else if (fact instanceof Payment payment) {
            row.set(AMOUNT_MINOR, payment.amountMinor())
                    .set(KIND, payment.kind())
                    .set(INVOICE_ID, (Object) payment.invoiceId())
                    .set(REVERSES, (Object) payment.reverses())
                    .set(METHOD, (Object) payment.method());
        } else if (fact instanceof Contact contact) {
            writeContact(row, contact);
        } else if (fact instanceof Promise promise) {
            row.set(CONTACT_ID, (Object) promise.contactId())
                    .set(DUE_DAY, promise.dueDay())
                    .set(AMOUNT_MINOR, promise.amountMinor());
        } else if (fact instanceof Dispute dispute) {
            row.set(INVOICE_ID, (Object) dispute.invoiceId())
                    .set(CLOSED_DAY, (Object) dispute.closedDay())
                    .set(RESOLUTION, dispute.resolution())
                    .set(REASON, (Object) dispute.reason());
        } else if (fact instanceof Consent consent) {
            row.set(CHANNEL, consent.channel())
                    .set(GRANTED, consent.granted())
                    .set(EFFECTIVE_US, consent.effectiveMicros());
        } else if (fact instanceof Flag flag) {
            row.set(FLAG, flag.kind()).set(TO_DAY, (Object) flag.toDay());
        }
        return row;
    }

    private static void writeAccount(FactRow row, Account account) {
        AccountProfile profile = account.profile();
        String zones = profile.timeZones().stream().map(ZoneId::getId).collect(Collectors.joining(ZONE_SEPARATOR));
        row.set(DEBTOR_ID, (Object) account.debtorId())
                .set(RECEIVABLE_TYPE, account.type())
                .set(CURRENCY, (Object) account.currency().getCurrencyCode())
                .set(PARTY, profile.party())
                .set(JURISDICTION, (Object) profile.jurisdiction())
                .set(TIME_ZONE, zones.isEmpty() ? null : (Object) zones)
                .set(SEGMENT, (Object) profile.segment())
                .set(CREDIT_LIMIT_MINOR, (Object) profile.creditLimitMinor())
                .set(PREFERRED_CHANNEL, profile.preferredChannel())
                .set(ATTRIBUTES, (Object) json(account.attributes()));
    }

    private static void writeContact(FactRow row, Contact contact) {
        row.set(AT_US, (Object) contact.atMicros())
                .set(ACTION, (Object) contact.arm().action())
                .set(CHANNEL, contact.arm().channel())
                .set(CONTACT_WINDOW, contact.arm().window())
                .set(DIRECTION, contact.direction())
                .set(OUTCOME, contact.result().outcome())
                .set(RIGHT_PARTY, contact.result().rightParty())
                .set(COMPLAINT, contact.result().complaint())
                .set(TALK_SECONDS, (Object) contact.result().talkSeconds())
                .set(COST_MINOR, (Object) contact.terms().costMinor())
                .set(AGENT_ID, (Object) contact.terms().agentId())
                .set(PROPENSITY, (Object) contact.terms().propensity());
    }

    /**
     * The fact a row stands for.
     *
     * @throws IllegalArgumentException when a required column is null or a code is unknown
     */
    public static Fact toFact(FactRow row) {
        String key = row.getText(KEY);
        int day = row.getInt(EVENT_DAY);
        long known = row.getLong(KNOWN_US);
        return switch (Coded.get(FactTable.class, row.getText(FACT))) {
            case ACCOUNTS -> readAccount(row, day, known);
            case INVOICES ->
                new Invoice(
                        key,
                        day,
                        row.getInt(DUE_DAY),
                        row.getLong(AMOUNT_MINOR),
                        get(InvoiceKind.class, row, KIND),
                        known);
            case PAYMENTS ->
                new Payment(
                        key,
                        day,
                        row.getLong(AMOUNT_MINOR),
                        get(PaymentKind.class, row, KIND),
                        row.findText(INVOICE_ID),
                        row.findText(REVERSES),
                        row.findText(METHOD),
                        known);
            case CONTACTS -> readContact(row, key, day, known);
            case PROMISES ->
                new Promise(key, row.findText(CONTACT_ID), day, row.getInt(DUE_DAY), row.getLong(AMOUNT_MINOR), known);
            case DISPUTES ->
                new Dispute(
                        key,
                        row.findText(INVOICE_ID),
                        day,
                        row.findInt(CLOSED_DAY),
                        get(DisputeResolution.class, row, RESOLUTION),
                        row.findText(REASON),
                        known);
            case CONSENTS ->
                new Consent(get(Channel.class, row, CHANNEL), row.isOne(GRANTED), row.getLong(EFFECTIVE_US), known);
            case FLAGS -> new Flag(get(FlagKind.class, row, FLAG), day, row.findInt(TO_DAY), known);
        };
    }

    private static Account readAccount(FactRow row, int openedDay, long known) {
        String zones = row.findText(TIME_ZONE);
        AccountProfile profile = new AccountProfile(
                get(Party.class, row, PARTY),
                row.findText(JURISDICTION),
                zones == null
                        ? List.of()
                        : Arrays.stream(zones.split(ZONE_SEPARATOR, -1))
                                .map(ZoneId::of)
                                .toList(),
                row.findText(SEGMENT),
                row.findLong(CREDIT_LIMIT_MINOR),
                find(Channel.class, row, PREFERRED_CHANNEL));
        return new Account(
                new AccountId(row.getText(ACCOUNT_ID)),
                row.getText(DEBTOR_ID),
                get(ReceivableType.class, row, RECEIVABLE_TYPE),
                Currency.getInstance(row.getText(CURRENCY)),
                openedDay,
                profile,
                attributes(row.findText(ATTRIBUTES)),
                known);
    }

    private static Contact readContact(FactRow row, String key, int day, long known) {
        Arm arm = new Arm(
                row.getText(ACTION), get(Channel.class, row, CHANNEL), get(ContactWindow.class, row, CONTACT_WINDOW));
        ContactResult result = new ContactResult(
                find(ContactOutcome.class, row, OUTCOME),
                row.isOne(RIGHT_PARTY),
                row.isOne(COMPLAINT),
                row.findInt(TALK_SECONDS));
        ContactTerms terms =
                new ContactTerms(row.findLong(COST_MINOR), row.findText(AGENT_ID), row.findDouble(PROPENSITY));
        return new Contact(
                key, day, row.findLong(AT_US), arm, get(Direction.class, row, DIRECTION), result, terms, known);
    }

    private static <E extends Enum<E> & Coded> E get(Class<E> type, FactRow row, FactColumn column) {
        return Coded.get(type, row.getText(column));
    }

    private static <E extends Enum<E> & Coded> @Nullable E find(Class<E> type, FactRow row, FactColumn column) {
        String code = row.findText(column);
        return code == null ? null : Coded.get(type, code);
    }

    private static @Nullable String json(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(new TreeMap<>(attributes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("attributes do not fit JSON", e);
        }
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
