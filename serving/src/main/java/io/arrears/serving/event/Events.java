package io.arrears.serving.event;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Payment;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import io.arrears.model.mart.JournalLine;
import io.arrears.serving.book.Book;
import io.arrears.serving.book.KnownAccount;
import io.arrears.serving.book.Overlay;
import io.arrears.serving.http.FieldError;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.intake.EventReader.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes events in: journal first, then overlay, then the answer. One call at a time, in order. */
public final class Events implements AutoCloseable {
    private final Journal journal;
    private final Overlay overlay;

    private Events(Journal journal, Overlay overlay) {
        this.journal = journal;
        this.overlay = overlay;
    }

    /** Opens the journal of a folder and lays what it holds over the book. */
    public static Events open(Path folder, Overlay overlay) {
        Journal.Opened opened = Journal.open(folder);
        opened.lines().forEach(line -> overlay.add(line.accountId(), line.fact()));
        return new Events(opened.journal(), overlay);
    }

    /**
     * What became of the events of a call.
     *
     * @param accepted new facts, on disk
     * @param repeated facts that were known already with the same content
     * @param knownAt from when on answers know them
     */
    record Receipt(int accepted, int repeated, Instant knownAt) {}

    /**
     * Takes events in, all or none.
     *
     * @throws ProblemException conflict when a payment's key is known with other content and its row has no known_at
     */
    synchronized Receipt accept(List<Event> events, Book book, long nowMicros) {
        Map<AccountId, List<Fact>> known = new HashMap<>();
        List<JournalLine> fresh = new ArrayList<>();
        List<FieldError> conflicts = new ArrayList<>();
        for (Event event : events) {
            List<Fact> versions = known.computeIfAbsent(event.accountId(), id -> versions(book, id));
            if (isRepeated(event, versions)) {
                continue;
            }
            if (contradicts(event, versions)) {
                conflicts.add(new FieldError(
                        event.fact().table().code(),
                        "key %s is known with other content: send known_at to correct it, or another key"
                                .formatted(event.fact().key())));
            }
            versions.add(event.fact());
            fresh.add(new JournalLine(event.accountId(), event.fact()));
        }
        if (!conflicts.isEmpty()) {
            throw new ProblemException(ProblemCode.CONFLICT, "nothing of the call was taken in: see errors", conflicts);
        }
        if (!fresh.isEmpty()) {
            journal.append(fresh);
            fresh.forEach(line -> overlay.add(line.accountId(), line.fact()));
        }
        return new Receipt(fresh.size(), events.size() - fresh.size(), Days.instant(nowMicros));
    }

    private static List<Fact> versions(Book book, AccountId id) {
        return new ArrayList<>(book.find(id).map(KnownAccount::versions).orElse(List.of()));
    }

    /** Whether a version with the same key says the same; when it was known counts only if the row says so. */
    private static boolean isRepeated(Event event, List<Fact> versions) {
        return versions.stream().anyMatch(version -> isSameKey(event.fact(), version) && isSameContent(event, version));
    }

    private static boolean isSameKey(Fact fact, Fact version) {
        return version.table() == fact.table() && version.key().equals(fact.key());
    }

    private static boolean isSameContent(Event event, Fact version) {
        FactRow left = FactCodec.toRow(event.accountId(), event.fact());
        FactRow right = FactCodec.toRow(event.accountId(), version);
        for (FactColumn column : FactColumn.values()) {
            boolean counts = column != FactColumn.KNOWN_US || event.dated();
            if (counts && !Objects.equals(left.get(column), right.get(column))) {
                return false;
            }
        }
        return true;
    }

    /** Money must not change unnoticed: a payment's correction says when it became known. */
    private static boolean contradicts(Event event, List<Fact> versions) {
        return !event.dated()
                && event.fact() instanceof Payment
                && versions.stream().anyMatch(version -> isSameKey(event.fact(), version));
    }

    @Override
    public void close() {
        journal.close();
    }
}
