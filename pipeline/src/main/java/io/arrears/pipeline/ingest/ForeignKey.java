package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;
import java.io.Serializable;

/** A key that a drop states for an account while it is another account's. */
record ForeignKey(FactTable table, String key, String accountId) implements Serializable {}
