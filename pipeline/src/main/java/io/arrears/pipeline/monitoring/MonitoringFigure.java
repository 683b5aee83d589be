package io.arrears.pipeline.monitoring;

/**
 * One figure of a check, as it is kept and published.
 *
 * @param kind {@code level}, {@code slope}, {@code slice}, {@code input} (outcomes against predictions), {@code calibration}
 *     (per cycle), {@code drift} or {@code flips}
 * @param name the slice or input; for calibration and drift of the score what they are of
 * @param cycle as-of date of the rows the figure is of, YYYY-MM-DD
 * @param value NaN = not defined; low and high bound what is usual (for calibration: 95 % interval), NaN = no bound
 * @param alarm whether it is out of bounds
 */
public record MonitoringFigure(
        String kind, String name, String metric, String cycle, double value, double low, double high, boolean alarm) {}
