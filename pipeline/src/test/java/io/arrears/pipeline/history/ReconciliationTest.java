package io.arrears.pipeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final Reconciliation EUR = new Reconciliation("EUR", 0, 500, 100, 0, 400);
    private static final Reconciliation KWD = new Reconciliation("KWD", 0, 70, 0, 0, 70);

    private static DropRecord drop(String id, Reconciliation... rows) {
        return new DropRecord(id, "2024-01-01T00:00:00Z", "s", List.of(), List.of(), List.of(rows), FactFiles.NONE);
    }

    @Test
    void untouched_accounts_stand_where_the_drop_before_closed() {
        Reconciliation touched = new Reconciliation("EUR", 30, 10, 25, 5, 10);
        assertThat(Reconciliation.carried(List.of(EUR, KWD), List.of(touched)))
                .containsExactly(
                        new Reconciliation("EUR", 400, 10, 25, 5, 380), new Reconciliation("KWD", 70, 0, 0, 0, 70))
                .allMatch(Reconciliation::balances);
        assertThat(Reconciliation.carried(List.of(), List.of(EUR))).containsExactly(EUR);
    }

    @Test
    void touched_accounts_that_do_not_balance_make_a_book_that_does_not() {
        Reconciliation touched = new Reconciliation("EUR", 30, 10, 25, 5, 11);
        assertThat(Reconciliation.carried(List.of(EUR), List.of(touched))).noneMatch(Reconciliation::balances);
    }

    @Test
    void a_book_beyond_a_long_is_an_error() {
        Reconciliation full = new Reconciliation("EUR", 0, Long.MAX_VALUE, 0, 0, Long.MAX_VALUE);
        assertThatThrownBy(() -> Reconciliation.carried(List.of(EUR), List.of(full)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void every_break_in_a_ledger_is_named() {
        assertThat(Reconciliation.breaks(List.of(
                        drop("one", EUR, KWD),
                        drop("two", new Reconciliation("EUR", 400, 0, 0, 0, 400), KWD.standing()))))
                .isEmpty();
        assertThat(Reconciliation.breaks(
                        List.of(drop("one", EUR, KWD), drop("two", new Reconciliation("EUR", 399, 0, 0, 0, 400)))))
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).contains("drop two", "does not balance"),
                        second -> assertThat(second).contains("opens at 399 EUR", "closed at 400"),
                        third -> assertThat(third).contains("book in KWD is missing"));
    }
}
