package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/** Promises of one account that are neither due nor overtaken by payment. */
final class PromiseBook {
    private final List<Promise> pending = new ArrayList<>(3);
    private int made;

    boolean pending() {
        return !pending.isEmpty();
    }

    List<Response.Pledge> pledges() {
        return pending.stream().map(Promise::pledge).toList();
    }

    Promise make(AccountProfile account, String contactId, int day, Response.Pledge pledge) {
        made++;
        Promise promise = new Promise(account.id() + "-R" + made, contactId, day, pledge);
        pending.add(promise);
        return promise;
    }

    /** Takes out the promises of the day. */
    List<Promise> fallDue(int day) {
        if (pending.isEmpty()) {
            return List.of();
        }
        List<Promise> due =
                pending.stream().filter(promise -> promise.dueOn() <= day).toList();
        pending.removeAll(due);
        return due;
    }

    /** Nothing is past due any more: what was promised has come. */
    void overtaken() {
        pending.clear();
    }
}
