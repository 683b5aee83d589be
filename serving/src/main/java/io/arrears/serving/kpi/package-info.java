/**
 * The KPI ledger: one versioned SQL file per KPI, with its definition in words in the header, run over the published
 * mart for one currency and slice. What a number means stands in its file and nowhere else. Money leaves as exact
 * decimals; a value that can't be said is null with its reason, never 0. This room knows nothing of pages.
 */
@NullMarked
package io.arrears.serving.kpi;

import org.jspecify.annotations.NullMarked;
