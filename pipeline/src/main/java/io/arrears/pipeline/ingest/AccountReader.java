package io.arrears.pipeline.ingest;

import static io.arrears.pipeline.ingest.SourceColumn.*;

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
import org.jspecify.annotations.Nullable;

/** A row of the accounts table as an account. */
final class AccountReader {
    private static final Pattern JURISDICTION_CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Pattern ZONE_SEPARATOR = Pattern.compile(";");

    private AccountReader() {}

    static Account read(Cells cells) {
        String id = CellParser.id(cells, ACCOUNT_ID);
        String debtor = CellParser.findId(cells, DEBTOR_ID);
        Currency currency = currency(cells.get(CURRENCY));
        int openedDay = CellParser.day(cells, OPENED_ON);
        Long known = CellParser.findMicros(cells, KNOWN_AT);
        return new Account(
                new AccountId(id),
                debtor == null ? id : debtor,
                CellParser.code(ReceivableType.class, cells, RECEIVABLE_TYPE),
                currency,
                openedDay,
                profile(cells, currency),
                cells.attributes(),
                known == null ? Days.endMicros(openedDay) : known);
    }

    private static AccountProfile profile(Cells cells, Currency currency) {
        return new AccountProfile(
                Objects.requireNonNullElse(CellParser.findCode(Party.class, cells, PARTY), Party.FIRST_PARTY),
                jurisdiction(cells.find(JURISDICTION)),
                zones(cells.find(TIME_ZONE)),
                cells.find(SEGMENT),
                CellParser.findMinor(cells, CREDIT_LIMIT, currency),
                CellParser.findCode(Channel.class, cells, PREFERRED_CHANNEL));
    }

    static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw CellParser.unknownCode(CURRENCY, code, "ISO 4217, e.g. EUR");
        }
    }

    private static @Nullable String jurisdiction(@Nullable String code) {
        if (code != null && !JURISDICTION_CODE.matcher(code).matches()) {
            throw CellParser.unknownCode(JURISDICTION, code, "ISO 3166, e.g. NG or US-MA");
        }
        return code;
    }

    private static List<ZoneId> zones(@Nullable String names) {
        List<ZoneId> zones = new ArrayList<>();
        if (names != null) {
            for (String name : ZONE_SEPARATOR.split(names, -1)) {
                try {
                    zones.add(ZoneId.of(name.strip()));
                } catch (DateTimeException e) {
                    throw CellParser.unknownCode(TIME_ZONE, names, "IANA, e.g. Africa/Lagos, several separated by ;");
                }
            }
        }
        return zones;
    }
}
