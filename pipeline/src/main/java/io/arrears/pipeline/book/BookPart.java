package io.arrears.pipeline.book;

import io.arrears.model.decision.AllocationProblem;
import io.arrears.model.decision.AllocationTerms;
import io.arrears.model.decision.PlanEntry;
import io.arrears.model.decision.PlanTerms;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * The open accounts of one partition, in order of their ids: those that chance decides, and the others with what every arm
 * is worth. Filled once, then only read.
 */
final class BookPart implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_ROOM = 256;

    /** An account whose arm chance drew. */
    record Drawn(String account, long members, int arm, double merit) implements Serializable {
        PlanTerms.Drawn terms() {
            return new PlanTerms.Drawn(members, arm, merit);
        }
    }

    /** What the driver must know of a part before the search. */
    record Census(int free, long pastDue, TreeSet<Long> members, ArrayList<Drawn> drawn) implements Serializable {}

    private final int arms;
    private final ArrayList<Drawn> drawn = new ArrayList<>();
    private final ArrayList<String> ids = new ArrayList<>();
    private final SortedSet<Long> allMembers = new TreeSet<>();
    private double[] merits;
    private long[] members = new long[FIRST_ROOM];
    private long pastDue;

    private BookPart(int arms) {
        this.arms = arms;
        this.merits = new double[FIRST_ROOM * arms];
    }

    /**
     * Reads a partition sorted by account and arm.
     *
     * @param rows account_id, arm, merit_minor, members, past_due, drawn
     */
    static BookPart read(Iterator<Row> rows, int arms, LostArms lost) {
        BookPart part = new BookPart(arms);
        double[] merit = new double[arms];
        while (rows.hasNext()) {
            Row row = rows.next();
            int arm = row.getInt(1);
            merit[arm] = row.isNullAt(2) ? Double.NaN : row.getDouble(2);
            if (arm == arms - 1) {
                part.add(row.getString(0), lost.restrict(row.getString(0), entry(row, merit)));
            }
        }
        return part;
    }

    private static PlanEntry entry(Row row, double[] merit) {
        int drawn = row.isNullAt(5) ? PlanEntry.FREE : row.getInt(5);
        return new PlanEntry(merit, row.getLong(3), row.getBoolean(4), drawn);
    }

    private void add(String account, PlanEntry entry) {
        allMembers.add(entry.members());
        pastDue += entry.pastDue() ? 1 : 0;
        if (entry.drawn() > 0) {
            drawn.add(new Drawn(account, entry.members(), entry.drawn(), entry.merits()[entry.drawn()]));
        } else if (entry.drawn() == PlanEntry.FREE) {
            int free = ids.size();
            if (free == members.length) {
                members = Arrays.copyOf(members, free * 2);
                merits = Arrays.copyOf(merits, free * 2 * arms);
            }
            System.arraycopy(entry.merits(), 0, merits, free * arms, arms);
            members[free] = entry.members();
            ids.add(account);
        }
    }

    Census census() {
        return new Census(ids.size(), pastDue, new TreeSet<>(allMembers), drawn);
    }

    String account(int free) {
        return ids.get(free);
    }

    /**
     * The accounts that chance doesn't decide.
     *
     * @param groups every set of capacities that counts accounts of the book, ascending
     */
    AllocationProblem problem(AllocationTerms terms, List<Long> groups) {
        int[] group = new int[ids.size()];
        Arrays.setAll(group, i -> groups.indexOf(members[i]));
        return new AllocationProblem(Arrays.copyOf(merits, ids.size() * arms), group, terms);
    }
}
