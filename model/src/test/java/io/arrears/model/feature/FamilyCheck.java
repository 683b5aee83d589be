package io.arrears.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Compares what a family computes with expected values, feature by feature, and wants all of them expected. */
final class FamilyCheck {
    private static final double RELATIVE_ERROR = 2e-5;

    private final KnownHistory known;
    private final List<Feature> features;
    private final float[] values;
    private final Set<String> unseen = new HashSet<>();

    FamilyCheck(FeatureFamily family, KnownHistory known) {
        this.known = known;
        this.features = family.features();
        this.values = new float[features.size() + 2];
        family.compute(known, values, 1);
        assertThat(values[0]).as("before the family").isZero();
        assertThat(values[values.length - 1]).as("behind the family").isZero();
        features.forEach(feature -> unseen.add(feature.name()));
    }

    /** NaN expects a missing value. */
    FamilyCheck expect(String name, double expected) {
        assertThat(unseen.remove(name)).as("feature " + name).isTrue();
        int index = features.stream().map(Feature::name).toList().indexOf(name);
        double actual = values[index + 1];
        if (Double.isNaN(expected)) {
            assertThat(actual).as(name).isNaN();
        } else {
            assertThat(actual).as(name).isCloseTo(expected, within(RELATIVE_ERROR * Math.max(1, Math.abs(expected))));
        }
        return this;
    }

    FamilyCheck expect(String name, OptionalDouble expected) {
        return expect(name, expected.orElse(Double.NaN));
    }

    FamilyCheck expectMoney(String name, double expectedMinor) {
        int decimals = Money.decimals(known.getAccount().currency());
        return expect(name, expectedMinor / Math.pow(10, decimals));
    }

    FamilyCheck expectRatio(String name, double part, double whole) {
        return expect(name, whole == 0 ? Double.NaN : part / whole);
    }

    FamilyCheck expectMean(String name, DoubleStream values) {
        return expect(name, values.average());
    }

    void complete() {
        assertThat(unseen).as("features nobody checked").isEmpty();
    }

    /** A payment and what stayed of it. */
    record Net(int day, long minor) {}

    /** The payments less what was taken back, in order. */
    static List<Net> received(KnownHistory known) {
        return known.payments().stream()
                .filter(payment -> payment.kind() == PaymentKind.PAYMENT)
                .map(payment -> new Net(payment.paidDay(), payment.amountMinor() - takenBack(known, payment)))
                .filter(net -> net.minor() > 0)
                .toList();
    }

    private static long takenBack(KnownHistory known, Payment payment) {
        return known.payments().stream()
                .filter(other ->
                        other.kind() == PaymentKind.REVERSAL && payment.id().equals(other.reverses()))
                .mapToLong(Payment::amountMinor)
                .sum();
    }

    /** The sum of what was received from one day through another. */
    static long receivedBetween(KnownHistory known, int from, int through) {
        return received(known).stream()
                .filter(net -> net.day() >= from && net.day() <= through)
                .mapToLong(Net::minor)
                .sum();
    }

    static double last(List<? extends Number> values) {
        return values.isEmpty() ? Double.NaN : values.get(values.size() - 1).doubleValue();
    }

    static double first(List<? extends Number> values) {
        return values.isEmpty() ? Double.NaN : values.get(0).doubleValue();
    }
}
