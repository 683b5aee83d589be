package io.arrears.model.feature;

import io.arrears.model.account.Account;
import io.arrears.model.account.Days;
import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Party;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class AccountAndSeasonFeaturesTest {
    @Property(tries = 200)
    void account(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        Account account = known.getAccount();
        Long limit = account.profile().creditLimitMinor();
        String type = account.type().code();

        new FamilyCheck(new AccountFeatures(), known)
                .expect("account_age_days", known.asOfDay() - account.openedDay())
                .expectMoney("credit_limit", limit == null ? Double.NaN : limit)
                .expect("third_party", account.profile().party() == Party.THIRD_PARTY ? 1 : 0)
                .expect("preferred_channel_known", account.profile().preferredChannel() == null ? 0 : 1)
                .expect("type_consumer_loan", type.equals("consumer_loan") ? 1 : 0)
                .expect("type_credit_card", type.equals("credit_card") ? 1 : 0)
                .expect("type_utility", type.equals("utility") ? 1 : 0)
                .expect("type_b2b_invoice", type.equals("b2b_invoice") ? 1 : 0)
                .expect("type_other", type.equals("other") ? 1 : 0)
                .complete();
    }

    @Property(tries = 200)
    void season(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        LocalDate date = Days.date(random.asOfDay());
        double turn = Math.toRadians(30.0 * (date.getMonthValue() - 1));

        new FamilyCheck(new SeasonFeatures(), random.known())
                .expect("month_sine", Math.sin(turn))
                .expect("month_cosine", Math.cos(turn))
                .expect("day_of_month", date.getDayOfMonth())
                .expect("days_to_month_end", YearMonth.from(date).atEndOfMonth().toEpochDay() - date.toEpochDay())
                .expect("day_of_week", date.getDayOfWeek().ordinal() + 1)
                .complete();
    }
}
