package io.arrears.pipeline.history;

import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one bucket, in order of their ids' UTF-8 bytes: merges its files, each sorted already, and holds one
 * account at a time. An account's facts come file by file, sorted within each. Not thread-safe.
 */
public final class AccountScan implements Iterator<AccountFacts>, Closeable {
    /** A file in the merge; of the same account's facts the older file's come first. */
    private record Source(FactScan scan, int position) {
        String account() {
            return Objects.requireNonNull(scan.account(), "a file at its end has left the merge");
        }
    }

    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::account, Utf8Order::compare).thenComparingInt(Source::position);

    private final Set<FactTable> tables;
    private final List<FactScan> opened = new ArrayList<>();
    private final PriorityQueue<Source> sources = new PriorityQueue<>(ORDER);
    private @Nullable AccountFacts next;
    private int lastSize;

    AccountScan(BucketFiles files, Set<FactTable> tables, ScanColumns columns) {
        this.tables = tables;
        try {
            for (BucketFiles.LakeFile file : files.files()) {
                FactScan scan = new FactScan(file, columns);
                opened.add(scan);
                enter(new Source(scan, opened.size()));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void enter(Source source) {
        if (source.scan().account() == null) {
            source.scan().close();
        } else {
            sources.add(source);
        }
    }

    /** Leaves out the accounts that stand before {@code account}, without decoding their facts. */
    public void skipTo(String account) {
        if (next != null && Utf8Order.compare(next.accountId(), account) < 0) {
            next = null;
        }
        for (Source source = sources.peek();
                source != null && Utf8Order.compare(source.account(), account) < 0;
                source = sources.peek()) {
            sources.remove();
            source.scan().skipTo(account);
            enter(source);
        }
    }

    /**
     * Every fact the lake holds of {@code account}, none when it has no such account; moves past it. Decodes no facts of
     * the accounts before it, so ask in the order of the scan.
     */
    public List<Fact> take(String account) {
        skipTo(account);
        if (next != null) {
            return next.accountId().equals(account) ? next().facts() : List.of();
        }
        Source first = sources.peek();
        return first != null && first.account().equals(account) ? merge().facts() : List.of();
    }

    @Override
    public boolean hasNext() {
        while (next == null && !sources.isEmpty()) {
            AccountFacts account = merge();
            next = account.facts().isEmpty() ? null : account;
        }
        return next != null;
    }

    private AccountFacts merge() {
        Source first = sources.remove();
        String account = first.account();
        List<Fact> facts = new ArrayList<>(lastSize + 1);
        take(first, facts);
        for (Source more = sources.peek(); more != null && more.account().equals(account); more = sources.peek()) {
            take(sources.remove(), facts);
        }
        lastSize = facts.size();
        return new AccountFacts(account, facts);
    }

    private void take(Source source, List<Fact> facts) {
        source.scan().take(tables, facts);
        enter(source);
    }

    @Override
    public AccountFacts next() {
        AccountFacts account = hasNext() ? next : null;
        if (account == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return account;
    }

    @Override
    public void close() {
        opened.forEach(FactScan::close);
    }
}
