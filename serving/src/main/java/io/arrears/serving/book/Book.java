package io.arrears.serving.book;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Flag;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.MartReader;
import io.arrears.serving.mart.NothingPublishedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts of the run in force with what came in live. Thread-safe. */
public final class Book {
    private final Mart mart;
    private final Overlay overlay;
    private final BookClock clock;
    private final HistoryCache cache = new HistoryCache();
    private final Debtors debtors;

    public Book(Mart mart, Overlay overlay, BookClock clock) {
        this.mart = mart;
        this.overlay = overlay;
        this.clock = clock;
        this.debtors = new Debtors(mart);
    }

    /**
     * An account with all its facts; empty when the service doesn't know it.
     *
     * @throws NothingPublishedException when there is no run
     */
    public Optional<KnownAccount> find(AccountId id) {
        String run =
                mart.currentRun().orElseThrow(NothingPublishedException::new).runId();
        List<Fact> cached = cache.find(run, id);
        if (cached != null) {
            return Optional.of(known(id, cached));
        }
        return mart.read(reader -> find(reader, id));
    }

    private Optional<KnownAccount> find(MartReader reader, AccountId id) {
        List<Fact> published = FactSql.list(reader, id);
        if (published.isEmpty()) {
            return Optional.empty();
        }
        cache.put(reader.run().runId(), id, published);
        return Optional.of(known(id, published));
    }

    /** Many accounts in one go; those the service doesn't know are absent. */
    public Map<AccountId, KnownAccount> listAll(Collection<AccountId> ids) {
        Map<AccountId, List<Fact>> published = mart.read(reader -> FactSql.listMany(reader, ids));
        Map<AccountId, KnownAccount> known = new LinkedHashMap<>();
        published.forEach((id, facts) -> known.put(id, known(id, facts)));
        return known;
    }

    /** The other accounts of an account's debtor. */
    public List<AccountId> listOthers(KnownHistory known) {
        return debtors.list(known.getAccount().debtorId()).stream()
                .filter(id -> !id.equals(known.id()))
                .toList();
    }

    /** What contact law needs of them, as known at the same instant. */
    public OtherAccounts others(KnownHistory known) {
        List<KnownHistory> others = new ArrayList<>();
        for (AccountId id : listOthers(known)) {
            find(id).map(account -> account.history().knownAt(known.asOfMicros()))
                    .ifPresent(others::add);
        }
        return others.isEmpty() ? OtherAccounts.NONE : OtherAccounts.of(others);
    }

    /**
     * The accounts about which something came in that the plan in force didn't know and that may forbid what it recommends:
     * a payment, promise, dispute, consent, flag or contact. A flag or a contact counts for the debtor's other accounts, too.
     */
    public Set<AccountId> listWithdrawn() {
        long plannedMicros = Days.startMicros(Days.of(
                mart.currentRun().orElseThrow(NothingPublishedException::new).asOf()));
        Set<AccountId> withdrawn = new HashSet<>();
        for (AccountId id : overlay.accounts()) {
            for (Fact fact : overlay.list(id)) {
                boolean newer = fact.knownMicros() > plannedMicros;
                if (newer && !(fact instanceof Account) && !(fact instanceof Invoice)) {
                    withdrawn.add(id);
                }
                if (newer && (fact instanceof Flag || fact instanceof Contact)) {
                    find(id).flatMap(account -> account.known().findAccount())
                            .ifPresent(account -> withdrawn.addAll(debtors.list(account.debtorId())));
                }
            }
        }
        return withdrawn;
    }

    /** The instant answers are as of: by the clock in a live book, else when the as-of day of the run in force began. */
    public long answerMicros() {
        return clock.answerMicros(
                mart.currentRun().orElseThrow(NothingPublishedException::new).asOf());
    }

    private KnownAccount known(AccountId id, List<Fact> published) {
        List<Fact> news = overlay.list(id);
        long micros = answerMicros();
        if (news.isEmpty()) {
            return new KnownAccount(AccountHistory.of(id, published), published, micros, false);
        }
        List<Fact> all = new ArrayList<>(published);
        all.addAll(news);
        long newest = news.stream().mapToLong(Fact::knownMicros).max().orElse(micros);
        return new KnownAccount(AccountHistory.of(id, all), all, Math.max(micros, newest), true);
    }

    /** When what comes in now counts as known, in microseconds. */
    public long nowMicros() {
        return clock.nowMicros(
                mart.currentRun().orElseThrow(NothingPublishedException::new).asOf());
    }
}
