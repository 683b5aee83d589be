package io.arrears.model.decision;

import static io.arrears.model.decision.FieldType.BOOLEAN;
import static io.arrears.model.decision.FieldType.INTEGER;
import static io.arrears.model.decision.FieldType.NUMBER;
import static io.arrears.model.decision.FieldType.OPTIONAL_NUMBER;
import static io.arrears.model.decision.FieldType.OPTIONAL_TEXT;
import static io.arrears.model.decision.FieldType.TEXT;

import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Received;
import io.arrears.model.contact.PromiseStanding;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every documented field of a situation. Beside these, {@code account.x_…} reads the account's own attributes. */
public final class SituationFields {
    private static final String TRIED_ACTIONS = "history.triedActions";
    private static final String SEPARATOR = ";";

    /** In the order they are documented. */
    public static final List<SituationField> ALL = all();

    private static final Map<String, SituationField> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(SituationField::name, field -> field));

    private SituationFields() {}

    /** The actions that were tried since the oldest open item fell due. */
    public static List<String> triedActions(Situation situation) {
        Object tried = situation.values().get(TRIED_ACTIONS);
        return tried == null ? List.of() : List.of(tried.toString().split(SEPARATOR));
    }

    static @Nullable SituationField find(String name) {
        return BY_NAME.get(name);
    }

    private static List<SituationField> all() {
        List<SituationField> fields = new ArrayList<>(accountFields());
        for (FlagKind flag : FlagKind.values()) {
            fields.add(field(
                    "account." + flag.code(),
                    BOOLEAN,
                    "Whether the flag is in force as of the day",
                    source -> source.known().isFlagged(flag)));
        }
        fields.addAll(historyFields());
        fields.addAll(scoreFields());
        return List.copyOf(fields);
    }

    private static List<SituationField> accountFields() {
        return List.of(
                field(
                        "account.account_id",
                        TEXT,
                        "The creditor's name for the account",
                        s -> s.account().id().value()),
                field(
                        "account.debtor_id",
                        TEXT,
                        "The creditor's name for the debtor",
                        s -> s.account().debtorId()),
                field(
                        "account.receivable_type",
                        TEXT,
                        "consumer_loan, credit_card, utility, b2b_invoice or other",
                        s -> s.account().type().code()),
                field(
                        "account.currency",
                        TEXT,
                        "ISO 4217 code",
                        s -> s.account().currency().getCurrencyCode()),
                field(
                        "account.opened_on",
                        TEXT,
                        "YYYY-MM-DD; compares in order of time",
                        s -> Days.date(s.account().openedDay()).toString()),
                profile(
                        "account.party",
                        TEXT,
                        "first_party or third_party",
                        p -> p.party().code()),
                profile(
                        "account.jurisdiction",
                        OPTIONAL_TEXT,
                        "ISO 3166 code, e.g. US-MA",
                        AccountProfile::jurisdiction),
                profile("account.time_zone", OPTIONAL_TEXT, "IANA zones separated by ;", SituationFields::zones),
                profile("account.segment", OPTIONAL_TEXT, "The creditor's segment", AccountProfile::segment),
                field("account.credit_limit", OPTIONAL_NUMBER, "In currency units", SituationFields::creditLimit),
                profile(
                        "account.preferred_channel",
                        OPTIONAL_TEXT,
                        "The debtor's preferred channel",
                        SituationFields::preferred),
                field(
                        "account.draw",
                        NUMBER,
                        "Drawn from [0, 1) by chance, once and for ever: a live test treats accounts below its share otherwise",
                        s -> Draws.ofAccount(s.account().id())));
    }

    private static List<SituationField> historyFields() {
        return List.of(
                field("history.daysPastDue", INTEGER, "Days past due of the oldest open item", s ->
                        (long) s.known().daysPastDue()),
                field(
                        "history.cyclesPastDue",
                        INTEGER,
                        "daysPastDue / 30, rounded up",
                        s -> (s.known().daysPastDue() + 29L) / 30),
                field(
                        "history.pastDueAmount",
                        NUMBER,
                        "Open amount whose due date has passed, in currency units",
                        s -> s.units((double)
                                s.known().ledger().pastDueMinor(s.known().asOfDay()))),
                field(
                        "history.openBalance",
                        NUMBER,
                        "All that is open, in currency units",
                        s -> s.units((double) s.known().ledger().openMinor())),
                field(
                        "history.openDispute",
                        BOOLEAN,
                        "Whether a dispute of the debt or an item is open",
                        s -> openDispute(s.known())),
                field(
                        "history.promisePending",
                        BOOLEAN,
                        "Whether a promise is neither kept nor three days past its due date",
                        s -> promisePending(s.known())),
                field(
                        "history.contactsLast7Days",
                        INTEGER,
                        "Outbound contacts known of the last 7 days and today",
                        s -> contactsLast7Days(s.known())),
                field(
                        TRIED_ACTIONS,
                        TEXT,
                        "Actions of outbound contacts since the oldest open item fell due, in order of name, separated by ;",
                        s -> triedActions(s.known())));
    }

    private static List<SituationField> scoreFields() {
        return List.of(
                field(
                        "scores.payProbability30d",
                        NUMBER,
                        "Probability of a payment within 30 days",
                        s -> s.scores().payProbability30d()),
                field(
                        "scores.rollProbability",
                        OPTIONAL_NUMBER,
                        "Probability of 90 days past due within 180 days; null when it already is",
                        s -> nullIfNaN(s.scores().rollProbability())),
                field(
                        "scores.expectedCash30d",
                        NUMBER,
                        "Expected payments within 30 days, in currency units",
                        s -> s.units(s.scores().expectedCash30dMinor())));
    }

    private static SituationField field(
            String name, FieldType type, String meaning, Function<SituationSource, @Nullable Object> value) {
        return new SituationField(name, type, meaning, value);
    }

    private static SituationField profile(
            String name, FieldType type, String meaning, Function<AccountProfile, @Nullable Object> value) {
        return new SituationField(
                name, type, meaning, source -> value.apply(source.account().profile()));
    }

    private static @Nullable Object zones(AccountProfile profile) {
        return profile.timeZones().isEmpty()
                ? null
                : profile.timeZones().stream().map(ZoneId::getId).collect(Collectors.joining(";"));
    }

    private static @Nullable Object preferred(AccountProfile profile) {
        Channel channel = profile.preferredChannel();
        return channel == null ? null : channel.code();
    }

    private static @Nullable Object creditLimit(SituationSource source) {
        Long limit = source.account().profile().creditLimitMinor();
        return limit == null ? null : source.units(limit);
    }

    private static @Nullable Object nullIfNaN(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static boolean openDispute(KnownHistory known) {
        return known.disputes().stream().anyMatch(dispute -> dispute.isOpenOn(known.asOfDay()));
    }

    private static boolean promisePending(KnownHistory known) {
        Received received = Received.of(known);
        return known.promises().stream()
                .anyMatch(promise ->
                        PromiseStanding.of(promise, received, known.asOfDay(), PromiseStanding.USUAL_GRACE_DAYS)
                                == PromiseStanding.PENDING);
    }

    private static long contactsLast7Days(KnownHistory known) {
        return known.contacts().stream()
                .filter(Contact::isOutboundAttempt)
                .filter(contact -> contact.decidedDay() >= known.asOfDay() - 7)
                .count();
    }

    private static String triedActions(KnownHistory known) {
        int dueDay = known.asOfDay() - known.daysPastDue();
        return known.contacts().stream()
                .filter(Contact::isOutboundAttempt)
                .filter(contact -> contact.decidedDay() >= dueDay)
                .map(contact -> contact.arm().action())
                .distinct()
                .sorted()
                .collect(Collectors.joining(SEPARATOR));
    }
}
