package io.arrears.serving.intake;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Days;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads a row of the accounts table. */
final class AccountReader {
    private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Pattern ZONE_SEPARATOR = Pattern.compile(";");
    private static final Currency STAND_IN = Currency.getInstance("EUR");

    private AccountReader() {}

    static Account read(JsonObject row) {
        String id = row.getText("account_id");
        String debtor = row.findText("debtor_id");
        Currency currency = currency(row);
        int opened = row.getDay("opened_on");
        Long known = row.findMicros("known_at");
        Account account = new Account(
                new AccountId(id),
                debtor == null ? id : debtor,
                row.getCode(ReceivableType.class, "receivable_type"),
                currency,
                opened,
                profile(row, currency),
                row.attributes(),
                known == null ? Days.endMicros(opened) : known);
        row.refuseOthers();
        return account;
    }

    private static Currency currency(JsonObject row) {
        String code = row.getText("currency");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            row.fail("currency", "is no ISO 4217 code such as EUR");
            return STAND_IN;
        }
    }

    private static AccountProfile profile(JsonObject row, Currency currency) {
        String jurisdiction = row.findText("jurisdiction");
        if (jurisdiction != null && !JURISDICTION.matcher(jurisdiction).matches()) {
            row.fail("jurisdiction", "is no ISO 3166 code such as NG or US-MA");
        }
        return new AccountProfile(
                Objects.requireNonNullElse(row.findCode(Party.class, "party"), Party.FIRST_PARTY),
                jurisdiction,
                zones(row),
                row.findText("segment"),
                row.findMinor("credit_limit", currency),
                row.findCode(Channel.class, "preferred_channel"));
    }

    private static List<ZoneId> zones(JsonObject row) {
        String names = row.findText("time_zone");
        List<ZoneId> zones = new ArrayList<>();
        if (names != null) {
            for (String name : ZONE_SEPARATOR.split(names, -1)) {
                try {
                    zones.add(ZoneId.of(name.strip()));
                } catch (DateTimeException e) {
                    row.fail("time_zone", "is no IANA zone such as Africa/Lagos; separate several by ;");
                }
            }
        }
        return zones;
    }
}
