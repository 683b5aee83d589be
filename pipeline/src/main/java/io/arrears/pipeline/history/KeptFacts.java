package io.arrears.pipeline.history;

import io.arrears.model.account.Fact;
import java.io.Serializable;

/** Which facts a fold may see. Shipped to executors, so whatever it captures is serializable. */
@FunctionalInterface
public interface KeptFacts extends Serializable {
    boolean test(Fact fact);
}
