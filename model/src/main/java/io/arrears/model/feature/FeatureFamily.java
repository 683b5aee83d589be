package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import java.util.List;

/** A few features that read the same facts. Stateless. */
interface FeatureFamily {
    /** The features, in the order {@link #compute} writes them. */
    List<Feature> features();

    /**
     * Writes one value per feature into {@code out}, from {@code at} on; NaN means missing.
     *
     * @param known what was known as of the day; its account is known
     */
    void compute(KnownHistory known, float[] out, int at);
}
