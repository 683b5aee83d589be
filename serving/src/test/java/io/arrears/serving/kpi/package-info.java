/** Tests of the KPI ledger over the fixture mart. */
@NullMarked
package io.arrears.serving.kpi;

import org.jspecify.annotations.NullMarked;
