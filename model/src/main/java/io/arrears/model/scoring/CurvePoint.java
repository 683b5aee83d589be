package io.arrears.model.scoring;

/**
 * One point of a curve, as in the mart's {@code model_curve}.
 *
 * @param curve {@code calibration} (x mean predicted, y observed share), {@code roc} (x false, y true positive rate) or
 *     {@code lift} (x share contacted, y share of positives found)
 * @param low lower end of the 95 % interval; NaN when there is none
 * @param n rows behind it
 */
public record CurvePoint(
        String target, String contender, String curve, double x, double y, double low, double high, long n) {}
