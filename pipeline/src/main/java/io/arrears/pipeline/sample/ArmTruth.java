package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The truth about one open account: what every arm, chosen on the as-of date, would bring. */
final class ArmTruth {
    private final AccountLife life;
    private final Period period;
    private final Outlook outlook;
    private final Map<Action, Map<Channel, Outlook.Forecast>> ifReached = new EnumMap<>(Action.class);
    private final Outlook.Forecast leftAlone;

    /** One row of {@code truth/arms.csv}. */
    record Row(Arm arm, double reaches, Outlook.Forecast forecast) {}

    private ArmTruth(AccountLife life, Period period) {
        this.life = life;
        this.period = period;
        this.outlook = Outlook.of(life, period);
        this.leftAlone = outlook.forecast(file().influences(), file().promises().pledges());
    }

    /** A row per arm, {@link Arm#NONE} first. */
    static List<Row> of(AccountLife life, Period period) {
        ArmTruth truth = new ArmTruth(life, period);
        return Arm.ALL.stream().map(truth::row).toList();
    }

    private Row row(Arm arm) {
        if (arm.action() == Action.NONE) {
            return new Row(arm, 0, leftAlone);
        }
        double reaches = file().account().debtor().reach().of(arm.channel(), arm.window());
        Outlook.Forecast reached = ifReached
                .computeIfAbsent(arm.action(), action -> new EnumMap<>(Channel.class))
                .computeIfAbsent(arm.channel(), channel -> reached(arm));
        return new Row(arm, reaches, Outlook.Forecast.mix(reaches, reached, leftAlone));
    }

    private Outlook.Forecast reached(Arm arm) {
        int today = period.asOf();
        Influences felt =
                file().influences().and(Influence.of(arm, today, life.desk().recentContacts(today)));
        List<Response.Pledge> pending = file().promises().pledges();
        Outlook.Forecast without = outlook.forecast(felt, pending);
        long pot = file().ledger().potMinor(today);
        if (!pending.isEmpty() || pot == 0) {
            return without;
        }
        Response response = life.desk().response();
        List<Response.Pledge> promised = new ArrayList<>(response.pledges(arm.action(), today, pot));
        return Outlook.Forecast.mix(response.promiseProbability(arm), outlook.forecast(felt, promised), without);
    }

    private CaseFile file() {
        return life.file();
    }
}
