package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Damages drops: cells and rows as a careless export would, bytes as a bad disk or an attacker would. */
final class Mutation {
    private static final String EMOJI = "\uD83D\uDCB6";
    /** A text whose 200th character is one half of a pair. */
    private static final String TORN = "x".repeat(199) + EMOJI.repeat(30);

    private static final List<String> CELLS = List.of(
            "",
            " ",
            "\t",
            "\u00A0",
            "NULL",
            "NaN",
            "null",
            "-",
            "0",
            "00",
            "1",
            "-1",
            "+1",
            "1.",
            ".5",
            "1e3",
            "1E-2",
            "1e400",
            "1e-400",
            "1e99999999999",
            "Infinity",
            "0x10",
            "1d",
            "1,000.50",
            "1.000,50",
            "1'000",
            "10 000",
            " 10.00 ",
            "10.00\u00A0",
            "12.345678901234567890123456789012345678901234567890",
            "99999999999999999999",
            "900000000000.00",
            "900000000000.01",
            "9000000000",
            "90000000000000",
            "90000000000001",
            "-0",
            "-0.00",
            "--5",
            "+5.00",
            "(5.00)",
            "5-",
            "\u0661\u0662",
            "\uFF11\uFF12",
            "0.1",
            "0.01",
            "0.001",
            "0.0001",
            "0.00001",
            "1.0000000000000000000000000001",
            "1e-9",
            "1e-10",
            "0000-00-00",
            "9999-12-31",
            "2024-02-29",
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-04-31",
            "1900-01-01",
            "1899-12-31",
            "2200-12-31",
            "2201-01-01",
            "24-01-01",
            "2024-1-1",
            "01/02/2024",
            "2024-01-01 ",
            "\uFF12\uFF10\uFF12\uFF14-01-01",
            "20240101",
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00Z",
            "2024-01-01 00:00:00Z",
            "2024-06-30T23:59:60Z",
            "2024-01-01T24:00:00Z",
            "9999-12-31T23:59:59Z",
            "+999999999-12-31T23:59:59Z",
            "2300-01-01T00:00:00Z",
            "2262-04-12T00:00:00Z",
            "1677-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "1969-12-31T23:59:59.9999999Z",
            "2024-01-01T00:00:00.123456789+05:30",
            "2024-01-01T00:00+14:00",
            "1900-01-01T00:00:00+14:00",
            "2200-12-31T23:59:59-14:00",
            "2024-01-01t10:00:00z",
            "2024-01-01T10:00:00+0100",
            "2024-01-01T10:00:00+25:00",
            "EUR",
            "eur",
            "JPY",
            "XAU",
            "EURO",
            "XXX",
            "ZZZ",
            "reversal",
            "payment",
            "write_off",
            "credit_note",
            "Payment",
            "sms",
            "SMS",
            "none",
            "upheld",
            "open",
            "Europe/Berlin;",
            ";",
            "Mars/Olympus",
            "UTC+3",
            "=1+1",
            "'; DROP TABLE",
            "\"",
            "\"\"",
            "\"x",
            "x\"y",
            "a,b",
            "a\nb",
            "a\r\nb",
            "a\rb",
            "\u0000",
            "\u0007",
            "\u200B",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "\uFFFD",
            "\u0130",
            "e\u0301",
            EMOJI,
            TORN,
            "y".repeat(128),
            "y".repeat(129),
            EMOJI.repeat(64),
            EMOJI.repeat(65),
            "z".repeat(65_536),
            "z".repeat(65_537));

    private static final byte[][] BYTES = {
        {'"'},
        {'"', '"'},
        {','},
        {'\n'},
        {'\r'},
        {'\r', '\n'},
        {0},
        {(byte) 0xFF},
        {(byte) 0xC3},
        {(byte) 0xC3, 0x28},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xFF, (byte) 0xFE},
        {'\n', '"'},
        {'"', ','},
        {',', '"'},
        {'x', '"', ',', '"', 'a', '\n'},
        {'\\', '"'},
        {';'},
        {'\t'},
        {0x1A}
    };

    private final SplittableRandom random;

    Mutation(SplittableRandom random) {
        this.random = random;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Changes one row, cell or column of a table. */
    void rows(SeedDrop drop, FactTable table) {
        List<List<String>> rows = drop.tables().get(table);
        List<String> row = any(rows.subList(Math.min(1, rows.size() - 1), rows.size()));
        switch (random.nextInt(12)) {
            case 0 -> rows.add(new ArrayList<>(row));
            case 1 -> {
                List<String> copy = new ArrayList<>(row);
                rows.add(copy);
                cell(drop, copy);
            }
            case 2 -> rows.remove(rows.size() > 1 ? row : rows.get(0));
            case 3 -> row.add(any(CELLS));
            case 4 -> row.remove(row.size() - 1);
            case 5 -> Collections.shuffle(rows.subList(1, rows.size()), new Random(random.nextLong()));
            default -> cell(drop, row);
        }
    }

    /** Puts a hostile text, or one from elsewhere in the drop, into a cell. */
    void cell(SeedDrop drop, List<String> row) {
        if (row.isEmpty()) {
            return;
        }
        boolean hostile = random.nextInt(4) > 0;
        List<List<String>> others = drop.tables().get(any(List.of(FactTable.values())));
        List<String> other = any(others);
        String text = hostile || other.isEmpty() ? any(CELLS) : any(other);
        int at = random.nextInt(row.size());
        row.set(at, random.nextInt(8) == 0 ? row.get(at) + text : text);
    }

    /** Changes the header: another name, one twice, one less, one more. */
    void header(SeedDrop drop, FactTable table) {
        List<String> header = drop.tables().get(table).get(0);
        int at = random.nextInt(header.size());
        switch (random.nextInt(6)) {
            case 0 ->
                header.set(
                        at,
                        any(List.of("", " ", "x_", "x_new", "audit_sex", "Amount", "account_id ", "\uFEFFaccount_id")));
            case 1 -> header.set(at, header.get(random.nextInt(header.size())));
            case 2 -> drop.tables().get(table).forEach(row -> row.remove(Math.min(at, row.size() - 1)));
            case 3 -> drop.tables().get(table).forEach(row -> row.add(row == header ? "x_more" : "m"));
            case 4 -> Collections.shuffle(header, new Random(random.nextLong()));
            default -> drop.tables().get(table).remove(0);
        }
    }

    /** Damages a file's bytes. */
    byte[] bytes(byte[] content) {
        byte[] bytes = content.clone();
        int at = random.nextInt(bytes.length + 1);
        switch (random.nextInt(7)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                if (at < bytes.length) {
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> {
                return new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace("\n", random.nextBoolean() ? "\r\n" : "\r")
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
            case 3 -> {
                return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            }
            case 4 -> {
                return splice(bytes, at, 0, Arrays.copyOfRange(bytes, 0, at));
            }
            default -> {
                return splice(bytes, at, random.nextInt(2), BYTES[random.nextInt(BYTES.length)]);
            }
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int at, int cut, byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(in);
        int from = Math.min(bytes.length, at + cut);
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }
}
