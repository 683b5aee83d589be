package io.arrears.model.contact;

import io.arrears.model.account.KnownHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * The legal slots of an account over the coming 14 days, as something to spend: a contact promised to one counts against
 * the caps of every other. Not thread-safe.
 */
public final class SlotInventory {
    private final RulePacks packs;
    private final KnownHistory known;
    private final OtherAccounts others;
    private final List<PlannedSlot> spent = new ArrayList<>();

    public SlotInventory(RulePacks packs, KnownHistory known, OtherAccounts others) {
        this.packs = packs;
        this.known = known;
        this.others = others;
    }

    /** What is left for a contact, in order. */
    public List<Slot> list(PlannedContact contact) {
        return packs.lawOf(known, others, spent).listSlots(contact);
    }

    /**
     * Promises a contact to a slot.
     *
     * @throws IllegalArgumentException when it isn't one of those left
     */
    public void spend(PlannedContact contact, Slot slot) {
        if (!list(contact).contains(slot)) {
            throw new IllegalArgumentException("%s may not be made in %s: choose a slot of the list, which is %s"
                    .formatted(contact, slot, list(contact)));
        }
        spent.add(new PlannedSlot(contact.channel(), slot));
    }
}
