package io.arrears.serving.intake;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.DisputeResolution;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;

/**
 * Reads one row of a canonical table, accounts apart, as facts in a currency.
 */
final class FactReader {
    private final Currency currency;
    private final LongUnaryOperator knownByDefault;

    /**
     * @param knownByDefault from the instant a fact counts as known by the contract's default to the one it is given when
     *     its row names none: the same for histories, the service's now for live events
     */
    FactReader(Currency currency, LongUnaryOperator knownByDefault) {
        this.currency = currency;
        this.knownByDefault = knownByDefault;
    }

    /** The facts of a row: one, or for a dispute that is closed two. */
    List<? extends Fact> read(FactTable table, JsonObject row) {
        List<? extends Fact> facts = switch (table) {
            case INVOICES -> List.of(invoice(row));
            case PAYMENTS -> List.of(payment(row));
            case CONTACTS -> List.of(contact(row));
            case PROMISES -> List.of(promise(row));
            case DISPUTES -> dispute(row);
            case CONSENTS -> List.of(consent(row));
            case FLAGS -> List.of(flag(row));
            case ACCOUNTS -> throw new IllegalArgumentException("accounts are read by AccountReader");
        };
        row.refuseOthers();
        return facts;
    }

    private Invoice invoice(JsonObject row) {
        int issued = row.getDay("issued_on");
        int due = row.getDay("due_on");
        notBefore(row, "due_on", due, "issued_on", issued);
        InvoiceKind kind = row.findCode(InvoiceKind.class, "kind");
        return new Invoice(
                row.getText("invoice_id"),
                issued,
                due,
                row.getAmountMinor("amount", currency),
                Objects.requireNonNullElse(kind, InvoiceKind.INVOICE),
                known(row, Days.endMicros(issued)));
    }

    private Payment payment(JsonObject row) {
        int paid = row.getDay("paid_on");
        PaymentKind kind = Objects.requireNonNullElse(row.findCode(PaymentKind.class, "kind"), PaymentKind.PAYMENT);
        String reverses = row.findText("reverses");
        if ((kind == PaymentKind.REVERSAL) != (reverses != null)) {
            row.fail("reverses", "stands with kind reversal and only there: it names the payment taken back");
        }
        return new Payment(
                row.getText("payment_id"),
                paid,
                row.getAmountMinor("amount", currency),
                kind,
                row.findText("invoice_id"),
                reverses,
                row.findText("method"),
                known(row, Days.endMicros(paid)));
    }

    private Contact contact(JsonObject row) {
        int decided = row.getDay("decided_on");
        Long at = row.findMicros("at");
        ContactWindow window = row.findCode(ContactWindow.class, "window");
        Arm arm = new Arm(
                row.getText("action"),
                row.getCode(Channel.class, "channel"),
                Objects.requireNonNullElse(window, ContactWindow.ANY));
        ContactResult result = new ContactResult(
                row.findCode(ContactOutcome.class, "outcome"),
                row.isOne("right_party", false),
                row.isOne("complaint", false),
                row.findCount("talk_seconds"));
        ContactTerms terms = new ContactTerms(
                row.findMinor("cost", currency), row.findText("agent_id"), row.findProbability("propensity"));
        Direction direction =
                Objects.requireNonNullElse(row.findCode(Direction.class, "direction"), Direction.OUTBOUND);
        long known = known(row, at == null ? Days.endMicros(decided) : at);
        return new Contact(row.getText("contact_id"), decided, at, arm, direction, result, terms, known);
    }

    private Promise promise(JsonObject row) {
        int made = row.getDay("made_on");
        int due = row.getDay("due_on");
        notBefore(row, "due_on", due, "made_on", made);
        return new Promise(
                row.getText("promise_id"),
                row.findText("contact_id"),
                made,
                due,
                row.getAmountMinor("amount", currency),
                known(row, Days.endMicros(made)));
    }

    /** A closed dispute is two versions: nobody may see the closing before it happened. */
    private List<Dispute> dispute(JsonObject row) {
        String id = row.getText("dispute_id");
        String invoice = row.findText("invoice_id");
        String reason = row.findText("reason");
        int opened = row.getDay("opened_on");
        Integer closed = row.findDay("closed_on");
        DisputeResolution resolution =
                Objects.requireNonNullElse(row.findCode(DisputeResolution.class, "resolution"), DisputeResolution.OPEN);
        if ((resolution == DisputeResolution.OPEN) != (closed == null)) {
            row.fail("resolution", "is upheld or rejected with closed_on, and open or absent without");
        }
        long openKnown = known(row, Days.endMicros(opened));
        Dispute open = new Dispute(id, invoice, opened, null, DisputeResolution.OPEN, reason, openKnown);
        if (closed == null) {
            return List.of(open);
        }
        notBefore(row, "closed_on", closed, "opened_on", opened);
        long closedKnown = Math.max(openKnown, known(row, Days.endMicros(closed)));
        Dispute end = new Dispute(id, invoice, opened, closed, resolution, reason, closedKnown);
        return openKnown < closedKnown ? List.of(open, end) : List.of(end);
    }

    /** A date takes effect when its day begins. */
    private Consent consent(JsonObject row) {
        Channel channel = row.getCode(Channel.class, "channel");
        if (row.find("granted") == null) {
            row.fail("granted", "is required");
        }
        boolean granted = row.isOne("granted", false);
        if (row.isDate("effective_at")) {
            int day = row.getDay("effective_at");
            return new Consent(channel, granted, Days.startMicros(day), known(row, Days.endMicros(day)));
        }
        Long effective = row.findMicros("effective_at");
        if (row.find("effective_at") == null) {
            row.fail("effective_at", "is required");
        }
        long micros = effective == null ? 0 : effective;
        return new Consent(channel, granted, micros, known(row, micros));
    }

    private Flag flag(JsonObject row) {
        int from = row.getDay("from_on");
        Integer to = row.findDay("to_on");
        if (to != null) {
            notBefore(row, "to_on", to, "from_on", from);
        }
        return new Flag(row.getCode(FlagKind.class, "flag"), from, to, known(row, Days.endMicros(from)));
    }

    private long known(JsonObject row, long earliest) {
        Long stated = row.findMicros("known_at");
        return stated == null ? knownByDefault.applyAsLong(earliest) : stated;
    }

    private static void notBefore(JsonObject row, String later, int laterDay, String earlier, int earlierDay) {
        if (laterDay < earlierDay) {
            row.fail(later, "is before %s: the same day is the earliest".formatted(earlier));
        }
    }
}
