package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.KnownHistory;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * Measures what the law of 19 arms costs per account on one thread, CPU time of that thread: {@code java -cp <test class
 * path> io.arrears.model.contact.LawRate [accounts] [pack …]}. The peer asks for every arm by itself, without the shared
 * look at the account. Not a test: rates depend on the machine.
 */
public final class LawRate {
    private static final int ROUNDS = 6;
    private static final List<PlannedContact> ARMS = arms();

    private LawRate() {}

    private record Asked(KnownHistory known, OtherAccounts others) {}

    public static void main(String[] args) {
        int accounts = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        List<String> names = args.length > 1 ? List.of(args).subList(1, args.length) : List.of("house-default");
        RulePacks packs = RulePacks.named(names);
        Random random = new Random(1);
        List<Asked> book = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            SlowCase it = SlowCase.random(random);
            book.add(new Asked(it.known(), it.others()));
        }
        System.out.printf("%d accounts, %d arms, packs %s%n", accounts, ARMS.size(), names);
        for (int round = 0; round < ROUNDS; round++) {
            double alone = measure("each arm by itself", book, asked -> alone(packs, asked));
            double shared = measure("one look per account", book, asked -> shared(packs, asked));
            System.out.printf(Locale.ROOT, "  ratio %.1f%n", alone / shared);
        }
    }

    private static int alone(RulePacks packs, Asked asked) {
        int legal = 0;
        for (PlannedContact arm : ARMS) {
            legal += packs.lawOf(asked.known(), asked.others(), List.of())
                            .judge(arm)
                            .isAllowed()
                    ? 1
                    : 0;
        }
        return legal;
    }

    private static int shared(RulePacks packs, Asked asked) {
        AccountLaw law = packs.lawOf(asked.known(), asked.others(), List.of());
        int legal = 0;
        for (PlannedContact arm : ARMS) {
            legal += law.judge(arm).isAllowed() ? 1 : 0;
        }
        return legal;
    }

    private static double measure(String name, List<Asked> book, ToIntFunction<Asked> work) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long legal = 0;
        for (Asked asked : book) {
            legal += work.applyAsInt(asked);
        }
        double micros = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e3 / book.size();
        System.out.printf(Locale.ROOT, "%-22s %8.2f µs per account, %d legal%n", name, micros, legal);
        return micros;
    }

    private static List<PlannedContact> arms() {
        List<PlannedContact> arms = new ArrayList<>();
        for (String action : List.of("reminder", "plan_offer", "settlement_offer")) {
            for (ContactWindow window :
                    List.of(ContactWindow.MORNING, ContactWindow.AFTERNOON, ContactWindow.EVENING)) {
                arms.add(new PlannedContact(action, Channel.CALL, window, false, false));
            }
            arms.add(new PlannedContact(action, Channel.LETTER, ContactWindow.ANY, true, false));
            arms.add(new PlannedContact(action, Channel.EMAIL, ContactWindow.ANY, true, false));
        }
        for (ContactWindow window : List.of(ContactWindow.MORNING, ContactWindow.AFTERNOON, ContactWindow.EVENING)) {
            arms.add(new PlannedContact("reminder", Channel.SMS, window, false, false));
        }
        arms.add(new PlannedContact("reminder", Channel.PUSH, ContactWindow.ANY, false, false));
        return List.copyOf(arms);
    }
}
