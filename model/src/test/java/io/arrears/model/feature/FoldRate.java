package io.arrears.model.feature;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.ReceivableType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures the fold on one thread, CPU time of that thread: {@code java -cp <test class path>
 * io.arrears.model.feature.FoldRate [events per account] [accounts]}. Not a test: rates depend on the machine.
 */
public final class FoldRate {
    private static final int FIRST_DAY = 18_000;
    private static final int WINDOW_DAYS = 720;
    private static final int AS_OF = FIRST_DAY + WINDOW_DAYS;
    private static final int[] MONTHS =
            IntStream.range(0, 12).map(i -> AS_OF - (11 - i) * 30).toArray();
    private static final int ROUNDS = 5;

    private FoldRate() {}

    public static void main(String[] args) {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int accounts = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        List<List<Fact>> books = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            books.add(facts(events, new Random(i)));
        }
        FeatureBuilder builder = FeatureBuilder.of(AttributeCatalogue.EMPTY);
        for (int round = 0; round < ROUNDS; round++) {
            measure(
                    "facts to vector",
                    books,
                    facts -> builder.build(history(facts).knownAtStartOf(AS_OF)));
            measure(
                    "facts to 12 vectors",
                    books,
                    facts -> last(builder, history(facts).walk(MONTHS)));
            measure("12 asked anew", books, facts -> last(builder, anew(history(facts))));
        }
    }

    private static void measure(String what, List<List<Fact>> books, Function<List<Fact>, FeatureVector> fold) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        double check = 0;
        for (List<Fact> facts : books) {
            check += fold.apply(facts).get(0);
        }
        double micros = (clock.getCurrentThreadCpuTime() - start) / 1e3 / books.size();
        System.out.printf(
                Locale.ROOT,
                "%-20s %8.2f us/account %9.0f accounts/s (%.1f)%n",
                what,
                micros,
                1e6 / micros,
                check / books.size());
    }

    private static AccountHistory history(List<Fact> facts) {
        return AccountHistory.of(new AccountId("a"), facts);
    }

    private static FeatureVector last(FeatureBuilder builder, Iterator<KnownHistory> days) {
        FeatureVector last = builder.build(days.next());
        while (days.hasNext()) {
            last = builder.build(days.next());
        }
        return last;
    }

    private static Iterator<KnownHistory> anew(AccountHistory history) {
        return IntStream.of(MONTHS).mapToObj(history::knownAtStartOf).iterator();
    }

    /** A quarter bills, 35 % payments, a third contacts, some promises. */
    private static List<Fact> facts(int events, Random random) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Account(
                new AccountId("a"),
                "debtor",
                ReceivableType.UTILITY,
                Currency.getInstance("EUR"),
                FIRST_DAY,
                AccountProfile.unknown(),
                Map.of(),
                Days.endMicros(FIRST_DAY)));
        for (int i = 1; i < events; i++) {
            int day = FIRST_DAY + random.nextInt(WINDOW_DAYS);
            long known = Days.endMicros(day);
            int kind = random.nextInt(100);
            if (kind < 25) {
                facts.add(new Invoice("invoice-" + i, day, day + 30, 5000, InvoiceKind.INVOICE, known));
            } else if (kind < 60) {
                facts.add(new Payment("payment-" + i, day, 3500, PaymentKind.PAYMENT, null, null, null, known));
            } else if (kind < 93) {
                facts.add(contact("contact-" + i, day, known));
            } else {
                facts.add(new Promise("promise-" + i, null, day, day + 10, 3000, known));
            }
        }
        return facts;
    }

    private static Contact contact(String id, int day, long known) {
        return new Contact(
                id,
                day,
                known,
                new Arm("reminder", Channel.CALL, ContactWindow.ANY),
                Direction.OUTBOUND,
                new ContactResult(ContactOutcome.NO_ANSWER, false, false, null),
                ContactTerms.NOT_RECORDED,
                known);
    }
}
