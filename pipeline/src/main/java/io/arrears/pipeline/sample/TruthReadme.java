package io.arrears.pipeline.sample;

import java.util.TreeSet;

/** The page that explains the truth to whoever finds the folder; its first line marks a folder as a sample. */
final class TruthReadme {
    static final String FIRST_LINE = "# Truth of a synthetic portfolio";

    private TruthReadme() {}

    static String text(SampleSettings settings) {
        return FIRST_LINE
                + """


                Nobody in this portfolio exists. Made by `./arrears sample --accounts %d --months %d --seed
                %d`: the same settings give the same bytes. The drop beside this folder covers %s to %s; the
                truth holds for %s, the morning after.

                `accounts.csv`: what a creditor never sees. Persona (`punctual`, `forgetful`, `squeezed`,
                `strategic`, `unable`), ability (0..1), willingness (factor on the daily odds of paying),
                purse on the as-of date (`fine`, `squeezed`, `distressed`; a daily Markov chain), payday (31 =
                last of the month), probability that a contact on each channel reaches the debtor, days past
                due at which the creditor writes off, hold-out.

                `arms.csv`: one row per arm for every account that is open (owes something and is not written
                off) on the as-of date, past due or not.

                - `p_reach`: probability that the contact reaches the right person. In the log, `right_party`
                  = 1 means exactly this, on every channel. The window `any` is the even mix of the three
                  parts of the day.
                - `p_pay_30d`: probability of at least one payment (kind `payment`, also one that bounces
                  later) in the 30 days from the as-of date, that day included, if this arm is chosen on that
                  day and the account is then left alone. Contacts made before are still felt; `none` includes
                  them.
                - `expected_cash_30d`: expected sum of those payments, in units of the account's currency,
                  reversals not taken off.

                Both are integrals, not samples, of the functions that produced the drop, given all that is
                hidden: the income chain, new bills, pending promises, bounces and credits are in it. Not in
                it: flags, disputes and late fees that would begin after the as-of date, and rounding of part
                payments. Arms are listed whether lawful or not.

                How contacts work here: a contact reaches the debtor with `p_reach`. If it does, it multiplies
                the daily odds of paying by a factor that depends on persona, action and channel, fades over
                30 days and is weaker after other recent contacts; of several contacts the strongest counts. A
                debtor reached may also promise, and keeps the promise on its day with a probability of its
                own. A contact that reaches nobody changes nothing. Decisions were drawn with the logged
                `propensity`; debtors with `x_holdout` = 1 were never contacted. An inbound call has action
                `none`, channel `call`, a timestamp and no propensity.
                """.formatted(
                                settings.accounts(),
                                settings.months(),
                                settings.seed(),
                                settings.start(),
                                settings.asOf().minusDays(1),
                                settings.asOf())
                + shock(settings.shock());
    }

    private static String shock(Shock shock) {
        if (!shock.happens()) {
            return "";
        }
        return """

                Structural change: from %s on the daily odds of paying of %s are multiplied by %s, and nothing
                else changes. A model trained on earlier outcomes predicts too much or too little from then on.
                """.formatted(
                        shock.from(),
                        shock.types().isEmpty()
                                ? "all accounts"
                                : String.join(", ", new TreeSet<>(shock.types())) + " accounts",
                        shock.odds());
    }
}
