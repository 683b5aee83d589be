package io.arrears.model.training.response;

import io.arrears.model.account.Channel;
import java.util.List;

/**
 * A way to learn the response.
 *
 * @param differs by what effects may differ between debtors
 * @param recorded whether training looks at who was reached, not at how likely it was
 * @param gated channels on which only reaching the debtor counts
 * @param scale how wide the priors are
 */
record Learner(Differs differs, boolean recorded, List<Channel> gated, double scale) {
    /** From the simplest on. */
    enum Differs {
        NOTHING("no effect"),
        ARM("one effect per arm"),
        STANDING("arm and standing"),
        TRAITS("arm, standing and traits");

        private final String words;

        Differs(String words) {
            this.words = words;
        }
    }

    String named() {
        return differs == Differs.NOTHING
                ? differs.words
                : "%s, reach %s, gates %s, priors x %s"
                        .formatted(
                                differs.words,
                                recorded ? "as recorded" : "as expected",
                                gated.isEmpty()
                                        ? "none"
                                        : String.join(
                                                " ",
                                                gated.stream()
                                                        .map(Channel::code)
                                                        .toList()),
                                scale);
    }
}
