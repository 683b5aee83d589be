package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Which drops fit the contract as a whole, and what their tables hold. */
final class ContractDrop {
    private static final Map<FactTable, String> REQUIRED = Map.of(
            FactTable.ACCOUNTS, "account_id receivable_type currency opened_on",
            FactTable.INVOICES, "invoice_id account_id issued_on due_on amount",
            FactTable.PAYMENTS, "payment_id account_id paid_on amount",
            FactTable.CONTACTS, "contact_id account_id decided_on action channel",
            FactTable.PROMISES, "promise_id account_id made_on due_on amount",
            FactTable.DISPUTES, "dispute_id account_id opened_on",
            FactTable.CONSENTS, "account_id channel granted effective_at",
            FactTable.FLAGS, "account_id flag from_on");
    private static final Map<FactTable, String> OPTIONAL = Map.of(
            FactTable.ACCOUNTS, "debtor_id party jurisdiction time_zone segment credit_limit preferred_channel",
            FactTable.INVOICES, "kind currency",
            FactTable.PAYMENTS, "invoice_id kind reverses method currency",
            FactTable.CONTACTS,
                    "at window direction outcome right_party complaint cost agent_id talk_seconds propensity",
            FactTable.PROMISES, "contact_id currency",
            FactTable.DISPUTES, "invoice_id closed_on resolution reason",
            FactTable.CONSENTS, "",
            FactTable.FLAGS, "to_on");

    private ContractDrop() {}

    /** The records of each table's file, the header first; null when a file doesn't fit. */
    static @Nullable Map<FactTable, List<ContractCsv.Record>> read(Map<String, byte[]> files) {
        Map<FactTable, List<ContractCsv.Record>> tables = new EnumMap<>(FactTable.class);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] content = file.getKey().endsWith(".gz") ? unpacked(file.getValue()) : file.getValue();
            FactTable table =
                    FactTable.valueOf(file.getKey().replaceFirst("\\..*", "").toUpperCase(java.util.Locale.ROOT));
            List<ContractCsv.Record> records = content == null ? List.of() : ContractCsv.read(content);
            if (records.isEmpty()
                    || records.get(0).fault() != null
                    || !fits(table, records.get(0).fields())) {
                return null;
            }
            tables.put(table, records);
        }
        return tables;
    }

    private static byte @Nullable [] unpacked(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean fits(FactTable table, List<String> header) {
        List<String> required = List.of(REQUIRED.get(table).split(" "));
        List<String> optional = List.of((OPTIONAL.get(table) + " known_at").split(" "));
        boolean known = header.stream()
                .allMatch(column -> !column.isEmpty()
                        && (required.contains(column)
                                || optional.contains(column)
                                || column.startsWith("x_")
                                || column.startsWith("audit_")));
        return known && header.containsAll(required) && new HashSet<>(header).size() == header.size();
    }
}
