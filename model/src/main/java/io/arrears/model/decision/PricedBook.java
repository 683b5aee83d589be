package io.arrears.model.decision;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Prices of a book, and the arms of the few accounts that prices alone don't decide.
 *
 * @param searched prices at which every other account gets its best arm
 * @param prices the same, with those raised of which there is too little for any contact
 * @param accounts numbers of the accounts that limits were repaired and filled with, ascending
 * @param arms theirs
 * @param used per capacity
 * @param primalValue what all arms are worth together
 * @param dualBound no allocation is worth more
 */
@SuppressWarnings("ArrayRecordComponent")
public record PricedBook(
        double[] searched,
        double[] prices,
        int[] accounts,
        int[] arms,
        double[] used,
        double primalValue,
        double dualBound)
        implements Serializable {
    /**
     * The arm of each account of a part of the book.
     *
     * @param offset number of the part's first account in the book
     */
    public int[] choose(AllocationProblem part, int offset) {
        double[] charges = part.terms().charges(searched);
        int[] choice = new int[part.accounts()];
        for (int i = 0; i < choice.length; i++) {
            choice[i] = part.best(i, charges);
        }
        int found = Arrays.binarySearch(accounts, offset);
        for (int a = found < 0 ? -found - 1 : found; a < accounts.length && accounts[a] < offset + choice.length; a++) {
            choice[accounts[a] - offset] = arms[a];
        }
        return choice;
    }

    /** Whether an account of a part, asked alone at the prices, would get another arm than {@code chosen}. */
    public boolean isException(AllocationProblem part, int account, int chosen) {
        return part.best(account, part.terms().openCharges(prices)) != chosen;
    }
}
