package io.arrears.model.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of neighbouring predictions.
 *
 * @param predicted mean prediction
 * @param observed share of positives
 * @param mass weight of the rows
 */
record Bin(double predicted, double observed, double mass) {
    /** Splits the ranking into bins of equal mass; rows on an edge are shared out, ties with their mean label. */
    static List<Bin> equalMass(Ranked r, double[] w, int count) {
        double[] labels = tiedLabels(r, w);
        double total = 0;
        for (double weight : w) {
            total += weight;
        }
        List<Bin> bins = new ArrayList<>();
        Filling filling = new Filling();
        double seen = 0;
        for (int i = 0; i < r.size; i++) {
            double left = w[i];
            while (left > 0) {
                double edge = total * (bins.size() + 1) / count;
                double taken = bins.size() == count - 1 ? left : Math.min(left, edge - seen);
                filling.add(r.predictions[i], labels[i], taken);
                seen += taken;
                left -= taken;
                if (bins.size() < count - 1 && seen >= edge - 1e-9) {
                    bins.add(filling.close());
                    filling = new Filling();
                }
            }
        }
        if (filling.mass > 0) {
            bins.add(filling.close());
        }
        return bins;
    }

    private static double[] tiedLabels(Ranked r, double[] w) {
        double[] labels = new double[r.size];
        for (int i = 0; i < r.size; ) {
            int end = r.groupEnds[i];
            double mass = 0;
            double positives = 0;
            for (int k = i; k < end; k++) {
                mass += w[k];
                positives += w[k] * r.labels[k];
            }
            for (; i < end; i++) {
                labels[i] = mass > 0 ? positives / mass : 0;
            }
        }
        return labels;
    }

    private static final class Filling {
        private double predicted;
        private double observed;
        private double mass;

        void add(double prediction, double label, double weight) {
            predicted += prediction * weight;
            observed += label * weight;
            mass += weight;
        }

        Bin close() {
            return mass > 0 ? new Bin(predicted / mass, observed / mass, mass) : new Bin(0, 0, 0);
        }
    }
}
