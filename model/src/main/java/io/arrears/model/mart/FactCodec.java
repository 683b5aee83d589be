package io.arrears.model.mart;

import static io.arrears.model.mart.FactColumn.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Flag;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.Payment;
import io.arrears.model.account.Promise;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between facts and rows: the one place that knows which column holds what. Thread-safe. */
public final class FactCodec {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String ZONE_SEPARATOR = ";";

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

    /**
     * The fact a row stands for.
     *
     * @throws IllegalArgumentException when a required column is null or a code is unknown
     */
    public static Fact toFact(FactCells cells) {
        return FactReading.fact(cells);
    }

    /**
     * The table of the fact a row stands for.
     *
     * @throws IllegalArgumentException when it is null or unknown
     */
    public static FactTable table(FactCells cells) {
        return FactReading.table(cells);
    }
}
