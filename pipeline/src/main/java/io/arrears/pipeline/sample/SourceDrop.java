package io.arrears.pipeline.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The canonical tables of a source drop, written as the accounts live. */
final class SourceDrop implements FactSink, AutoCloseable {
    private final Period period;
    private final Map<String, CsvTable> tables = new LinkedHashMap<>();
    private final CsvTable accounts;
    private final CsvTable invoices;
    private final CsvTable payments;
    private final CsvTable contacts;
    private final CsvTable promises;
    private final CsvTable disputes;
    private final CsvTable consents;
    private final CsvTable flags;

    SourceDrop(Path folder, Period period) {
        this.period = period;
        accounts = table(
                folder,
                "accounts",
                "account_id,debtor_id,receivable_type,currency,opened_on,party,"
                        + "jurisdiction,time_zone,segment,credit_limit,preferred_channel,x_income_band,x_tenure_months,"
                        + "x_autopay,x_holdout,audit_age_band,audit_sex");
        invoices = table(folder, "invoices", "invoice_id,account_id,issued_on,due_on,amount,kind");
        payments = table(
                folder,
                "payments",
                "payment_id,account_id,invoice_id,paid_on,amount,kind,reverses,method," + "known_at");
        contacts = table(
                folder,
                "contacts",
                "contact_id,account_id,decided_on,at,action,channel,window,direction,"
                        + "outcome,right_party,complaint,cost,agent_id,talk_seconds,propensity");
        promises = table(folder, "promises", "promise_id,account_id,contact_id,made_on,due_on,amount");
        disputes = table(
                folder,
                "disputes",
                "dispute_id,account_id,invoice_id,opened_on,closed_on,resolution,reason," + "known_at");
        consents = table(folder, "consents", "account_id,channel,granted,effective_at");
        flags = table(folder, "flags", "account_id,flag,from_on,to_on,known_at");
    }

    private CsvTable table(Path folder, String name, String header) {
        CsvTable table = new CsvTable(folder.resolve(name + ".csv"), header);
        tables.put(name + ".csv", table);
        return table;
    }

    /** Rows so far, by file name. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        tables.forEach((name, table) -> rows.put(name, table.rows()));
        return rows;
    }

    void account(AccountProfile account, long creditLimitMinor) {
        Debtor debtor = account.debtor();
        AccountProfile.Traits traits = account.traits();
        accounts.text(account.id())
                .text(debtor.id())
                .text(account.type().code())
                .text(account.tender().name())
                .text(period.text(account.openedDay()))
                .text(traits.thirdParty() ? "third_party" : "first_party")
                .text(debtor.place().code())
                .text(traits.zone())
                .text(debtor.person().segment());
        moneyOrEmpty(accounts, creditLimitMinor, account.tender());
        accounts.text(traits.preferred() == null ? null : traits.preferred().code())
                .text(debtor.person().incomeBand())
                .text(
                        traits.tenureMonths() == null
                                ? null
                                : traits.tenureMonths().toString())
                .bit(traits.autopay())
                .bit(debtor.relation().holdout())
                .text(debtor.person().ageBand())
                .text(debtor.person().sex())
                .end();
    }

    @Override
    public void invoice(AccountProfile account, Bill bill) {
        invoices.text(bill.id())
                .text(account.id())
                .text(period.text(bill.issued()))
                .text(period.text(bill.due()))
                .decimal(bill.amountMinor(), account.tender().digits())
                .text(bill.kind().code())
                .end();
    }

    @Override
    public void payment(AccountProfile account, Receipt receipt) {
        payments.text(receipt.id())
                .text(account.id())
                .text(receipt.invoiceId())
                .text(period.text(receipt.day()))
                .decimal(receipt.amountMinor(), account.tender().digits())
                .text(receipt.kind().code())
                .text(receipt.reverses())
                .text(receipt.method())
                .text(receipt.knownAt())
                .end();
    }

    @Override
    public void contact(AccountProfile account, Touch touch) {
        contacts.text(touch.id())
                .text(account.id())
                .text(period.text(touch.day()))
                .text(touch.at())
                .text(touch.arm().action().code())
                .text(touch.arm().channel().code())
                .text(touch.arm().window().code())
                .text(touch.inbound() ? "inbound" : "outbound");
        if (touch.at() == null) {
            contacts.empty().empty().empty().empty().empty().empty();
        } else {
            result(touch.result(), account.tender());
        }
        propensity(touch.propensityPpm());
        contacts.end();
    }

    private void result(Touch.Result result, Tender tender) {
        contacts.text(result.outcome())
                .bit(Boolean.TRUE.equals(result.rightParty()))
                .bit(result.complaint())
                .decimal(result.costMinor(), tender.digits())
                .text(result.agentId());
        if (result.agentId() == null) {
            contacts.empty();
        } else {
            contacts.number(result.talkSeconds());
        }
    }

    private void propensity(@Nullable Integer millionths) {
        if (millionths == null) {
            contacts.empty();
        } else {
            contacts.decimal(millionths, 6);
        }
    }

    @Override
    public void promise(AccountProfile account, Promise promise) {
        promises.text(promise.id())
                .text(account.id())
                .text(promise.contactId())
                .text(period.text(promise.madeOn()))
                .text(period.text(promise.dueOn()))
                .decimal(promise.amountMinor(), account.tender().digits())
                .end();
    }

    @Override
    public void dispute(AccountProfile account, Dispute dispute) {
        boolean closed = dispute.closes() < period.asOf();
        disputes.text(dispute.id())
                .text(account.id())
                .text(dispute.bill().id())
                .text(period.text(dispute.opened()))
                .text(closed ? period.text(dispute.closes()) : null)
                .text(!closed ? "open" : dispute.upheld() ? "upheld" : "rejected")
                .text(dispute.reason())
                .text(dispute.knownAt())
                .end();
    }

    @Override
    public void consent(AccountProfile account, Care.Consent consent) {
        consents.text(account.id())
                .text(consent.channel().code())
                .bit(consent.granted())
                .text(period.text(consent.day()))
                .end();
    }

    @Override
    public void flag(AccountProfile account, FlagSpell spell) {
        flags.text(account.id())
                .text(spell.kind().code())
                .text(period.text(spell.from()))
                .text(spell.to() == null ? null : period.text(spell.to()))
                .text(spell.knownAt())
                .end();
    }

    @Override
    public void close() throws IOException {
        new Closing(new ArrayList<>(tables.values())).close();
    }

    private static void moneyOrEmpty(CsvTable table, long minor, Tender tender) {
        if (minor == 0) {
            table.empty();
        } else {
            table.decimal(minor, tender.digits());
        }
    }
}
