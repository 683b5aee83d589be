package io.arrears.pipeline.book;

import io.arrears.model.decision.PlanEntry;
import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Set;

/** Arms that accounts lost to another account of their debtor: for the plan they are as if law forbade them. */
record LostArms(HashMap<String, BitSet> byAccount) implements Serializable {
    static final LostArms NONE = new LostArms(new HashMap<>());

    Set<String> losers() {
        return byAccount.keySet();
    }

    /** The entry without what its account lost; one that lost the arm it drew is left alone. */
    PlanEntry restrict(String account, PlanEntry entry) {
        BitSet gone = byAccount.get(account);
        if (gone == null) {
            return entry;
        }
        double[] merits = entry.merits().clone();
        gone.stream().forEach(arm -> merits[arm] = Double.NaN);
        int drawn = entry.drawn() > 0 && gone.get(entry.drawn()) ? 0 : entry.drawn();
        return new PlanEntry(merits, entry.members(), entry.pastDue(), drawn);
    }
}
