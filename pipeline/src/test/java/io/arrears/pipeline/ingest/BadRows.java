package io.arrears.pipeline.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** A drop with one bad row of every kind. */
final class BadRows {
    private BadRows() {}

    static DropFolder write(DropFolder drop) throws IOException {
        return drop.file(
                        "accounts.csv",
                        "account_id,receivable_type,currency,opened_on",
                        "A1,utility,EUR,2024-01-01",
                        ",utility,EUR,2024-01-01",
                        "A2,gas,EUR,2024-01-01",
                        "A".repeat(200) + ",utility,EUR,2024-01-01")
                .bytes("invoices.csv", invoices())
                .file(
                        "payments.csv",
                        "payment_id,account_id,paid_on,amount,kind,reverses,invoice_id,currency",
                        "P1,A1,2024-03-10,4.00,,,,",
                        "P2,A1,2024-03-10,4.00,,,I99,",
                        "P3,A1,2024-03-10,4.00,reversal,,,",
                        "P4,A1,2024-03-10,4.00,reversal,P99,,",
                        "P5,A1,2024-03-10,4.01,reversal,P1,,",
                        "P6,A1,2024-03-09,1.00,reversal,P1,,",
                        "P7,A1,2024-03-09,1.00,,,,USD")
                .file(
                        "contacts.csv",
                        "contact_id,account_id,decided_on,at,action,channel,talk_seconds,propensity",
                        "C1,A1,2024-03-01,yesterday,reminder,sms,,",
                        "C2,A1,2024-03-01,,reminder,sms,-1,",
                        "C3,A1,2024-03-01,,reminder,sms,,1.5")
                .file("promises.csv", "promise_id,account_id,made_on,due_on,amount", "R1,A1,2024-03-02,2024-03-01,5")
                .file(
                        "disputes.csv",
                        "dispute_id,account_id,opened_on,closed_on,resolution",
                        "D1,A1,2024-03-02,2024-03-01,upheld",
                        "D2,A1,2024-03-02,,upheld")
                .file("flags.csv", "account_id,flag,from_on,to_on", "A1,deceased,2024-03-02,2024-03-01");
    }

    private static byte[] invoices() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : new String[] {
            "invoice_id,account_id,issued_on,due_on,amount",
            "I1,A1,2024-02-01,2024-02-15,10.00",
            "I1,A1,2024-02-01,2024-02-15,11.00",
            "I2,NOPE,2024-02-01,2024-02-15,10.00",
            "I3,A1,2024-02-01,2024-02-15",
            "I4,A1,2024-02-30,2024-03-15,10.00",
            "I5,A1,2024-02-02,2024-02-01,10.00",
            "I6,A1,2024-02-01,2024-02-15,ten",
            "I7,A1,2024-02-01,2024-02-15,10.001",
            "I8,A1,2024-02-01,2024-02-15,-1",
            "I9,A1,2024-02-01,2024-02-15,0.00",
            "I10,A1,2024-02-01,2024-02-15,1e15",
            "I11,A1,2024-02-01,2024-02-15,1\u00001",
            "I12" + "x".repeat(70_000) + ",A1,2024-02-01,2024-02-15,1",
            "\"I13\"x,A1,2024-02-01,2024-02-15,1",
            "\"I14\",A1,2024-02-01,2024-02-15,1",
            "\"I15,A1,2024-02-01,2024-02-15,1"
        }) {
            bytes.write(line.getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
        }
        bytes.write(new byte[] {'I', (byte) 0xC3, (byte) 0x28, ',', '\n'});
        return bytes.toByteArray();
    }

    static Path path(IngestSummary summary) {
        return Objects.requireNonNull(summary.quarantine());
    }
}
