package io.arrears.pipeline.sample;

/** One row of {@code promises.csv}, and whether keeping it ends the arrears. */
record Promise(String id, String contactId, int madeOn, Response.Pledge pledge) {
    int dueOn() {
        return pledge.dueOn();
    }

    long amountMinor() {
        return pledge.amountMinor();
    }
}
