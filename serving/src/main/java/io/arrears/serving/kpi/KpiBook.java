package io.arrears.serving.kpi;

import io.arrears.serving.mart.RunInfo;
import java.util.List;

/**
 * What the run in force can be asked for.
 *
 * @param currencies the plan's first, then by number of open accounts; the first is the default
 * @param receivableTypes in the asked currency, most accounts first
 * @param segments in the asked currency, most accounts first, at most 50
 */
record KpiBook(
        RunInfo run, KpiSlice slice, List<String> currencies, List<String> receivableTypes, List<String> segments) {
    KpiBook {
        currencies = List.copyOf(currencies);
        receivableTypes = List.copyOf(receivableTypes);
        segments = List.copyOf(segments);
    }
}
