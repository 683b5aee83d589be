package io.arrears.pipeline.benchmark;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.ReceivableType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up book: per account monthly bills and a number of rows of payments, 96 % money, the others credit notes,
 * write-offs and reversals; 5 % known up to 20 days late, 1 % corrected later. No two payments of a day, so that SQL need
 * not settle ties; a reversal takes a whole payment back that was known in time.
 */
final class BenchmarkBook {
    static final int FIRST_DAY = 19_723;
    static final int AS_OF_DAY = FIRST_DAY + 740;
    private static final int DAYS = 760;
    private static final int BILLS = 24;
    private static final int MONTH = 30;

    private BenchmarkBook() {}

    /** The last of twelve monthly days is {@link #AS_OF_DAY}. */
    static int[] months() {
        return IntStream.range(0, 12).map(i -> AS_OF_DAY - (11 - i) * MONTH).toArray();
    }

    static String accountId(long number) {
        return "A%08d".formatted(number);
    }

    /** Facts in the order they become known. */
    static List<Fact> facts(long number, int paymentRows) {
        SplittableRandom random = new SplittableRandom(number);
        List<Fact> facts = new ArrayList<>();
        String id = accountId(number);
        facts.add(new Account(
                new AccountId(id),
                id,
                ReceivableType.UTILITY,
                Currency.getInstance("EUR"),
                FIRST_DAY - random.nextInt(1000),
                AccountProfile.unknown(),
                Map.of(),
                Days.startMicros(FIRST_DAY)));
        for (int i = 0; i < BILLS; i++) {
            int day = FIRST_DAY + i * MONTH + random.nextInt(5);
            InvoiceKind kind = random.nextInt(10) == 0 ? InvoiceKind.FEE : InvoiceKind.INVOICE;
            facts.add(new Invoice(
                    bill(number, i), day, day + 21, 80_00 + random.nextInt(60_00), kind, known(day, random)));
        }
        addPayments(facts, number, paymentRows, random);
        facts.sort(Comparator.comparingLong(Fact::knownMicros));
        return facts;
    }

    private static void addPayments(List<Fact> facts, long number, int rows, SplittableRandom random) {
        Payment reversible = null;
        for (int i = 0; i < rows; i++) {
            String id = "P%08d-%03d".formatted(number, i);
            int day = FIRST_DAY + (int) ((long) i * DAYS / rows) + random.nextInt(Math.max(1, DAYS / rows));
            long minor = 20_00 + random.nextInt(60_00);
            int draw = random.nextInt(100);
            if (draw == 0 && reversible != null) {
                facts.add(new Payment(
                        id,
                        day,
                        reversible.amountMinor(),
                        PaymentKind.REVERSAL,
                        null,
                        reversible.id(),
                        null,
                        known(day, random)));
                reversible = null;
                continue;
            }
            PaymentKind kind =
                    draw == 1 ? PaymentKind.CREDIT_NOTE : draw == 2 ? PaymentKind.WRITE_OFF : PaymentKind.PAYMENT;
            String bill = random.nextInt(2) == 0 ? bill(number, random.nextInt(BILLS)) : null;
            Payment payment = new Payment(id, day, minor, kind, bill, null, "transfer", known(day, random));
            facts.add(payment);
            if (draw == 3) {
                long corrected = payment.knownMicros() + Days.startMicros(5 + random.nextInt(30));
                facts.add(new Payment(id, day, minor + 1_00, kind, bill, null, "transfer", corrected));
            } else if (kind == PaymentKind.PAYMENT && payment.knownMicros() == Days.endMicros(day)) {
                reversible = payment;
            }
        }
    }

    private static String bill(long number, int index) {
        return "I%08d-%02d".formatted(number, index);
    }

    private static long known(int day, SplittableRandom random) {
        return Days.endMicros(random.nextInt(20) == 0 ? day + 1 + random.nextInt(20) : day);
    }
}
