package io.arrears.model.training.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Whose each row is, as small numbers from 0 on: rows of one account are not independent of each other. */
public final class Accounts {
    private Accounts() {}

    /** By name: equal names, equal numbers. */
    public static int[] of(Stream<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        return names.mapToInt(name -> numbers.computeIfAbsent(name, fresh -> numbers.size()))
                .toArray();
    }

    /** Every row another account's. */
    public static int[] apart(int rows) {
        int[] numbers = new int[rows];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    /** Those of some rows, numbered anew. */
    public static int[] take(int[] accounts, int[] rows) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(rows)
                .map(row -> numbers.computeIfAbsent(accounts[row], fresh -> numbers.size()))
                .toArray();
    }

    static int count(int[] accounts) {
        return Arrays.stream(accounts).max().orElse(-1) + 1;
    }
}
