package io.arrears.model.feature;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.KnownHistory;
import java.util.List;

/** Whether attempts reach the debtor and what comes of them. Only attempts with a recorded outcome count. */
final class ContactReachFeatures implements FeatureFamily {
    private static final int WINDOW_DAYS = 180;

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "right_party_rate_180d",
                    "Share of the attempts of 180 days that reached the debtor",
                    "share",
                    "attempts with right party / attempts with an outcome, from D-180 on",
                    "no attempt with an outcome",
                    "share of contacts that reached the debtor"),
            new Feature(
                    "call_right_party_rate_180d",
                    "Share of the calls of 180 days that reached the debtor",
                    "share",
                    "calls with right party / calls with an outcome, from D-180 on",
                    "no call with an outcome",
                    "share of calls that reached the debtor"),
            new Feature(
                    "no_answer_share_180d",
                    "Share of the attempts of 180 days without an answer",
                    "share",
                    "attempts with outcome no_answer or no_contact / attempts with an outcome, from D-180 on",
                    "no attempt with an outcome",
                    "share of contacts without an answer"),
            new Feature(
                    "wrong_party_180d",
                    "Attempts of 180 days that reached someone else",
                    "count",
                    "attempts with outcome wrong_party from D-180 on",
                    "never",
                    "contacts that reached someone else"),
            new Feature(
                    "refusals_180d",
                    "Refusals in 180 days",
                    "count",
                    "attempts with outcome refusal from D-180 on",
                    "never",
                    "refusals in the last 180 days"),
            new Feature(
                    "days_since_right_party",
                    "Days since the debtor was last reached",
                    "days",
                    "D - day of the last attempt with right party",
                    "never reached",
                    "days since the debtor was last reached"),
            new Feature(
                    "no_answer_streak",
                    "Attempts without an answer in a row",
                    "count",
                    "attempts with outcome no_answer or no_contact since the last with another outcome",
                    "never",
                    "contacts without an answer in a row"),
            new Feature(
                    "complaints_365d",
                    "Complaints in 365 days",
                    "count",
                    "contacts of either direction with a complaint from D-365 on",
                    "never",
                    "complaints in the last year"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Tally tally = new Tally(known.asOfDay());
        for (Contact contact : known.contacts()) {
            tally.add(contact);
        }
        tally.write(out, at);
    }

    private static final class Tally {
        private final int asOf;
        private int attempts;
        private int reached;
        private int calls;
        private int callsReached;
        private int unanswered;
        private int wrongParty;
        private int refusals;
        private int streak;
        private int complaints;
        private float daysSinceReached = Float.NaN;

        Tally(int asOf) {
            this.asOf = asOf;
        }

        void add(Contact contact) {
            int age = asOf - contact.decidedDay();
            if (contact.result().complaint() && age <= 365) {
                complaints++;
            }
            ContactOutcome outcome = contact.result().outcome();
            if (outcome == null || !contact.isOutboundAttempt()) {
                return;
            }
            boolean silent = outcome == ContactOutcome.NO_ANSWER || outcome == ContactOutcome.NO_CONTACT;
            streak = silent ? streak + 1 : 0;
            if (contact.result().rightParty()) {
                daysSinceReached = age;
            }
            if (age <= WINDOW_DAYS) {
                addRecent(contact, outcome, silent);
            }
        }

        private void addRecent(Contact contact, ContactOutcome outcome, boolean silent) {
            int hit = contact.result().rightParty() ? 1 : 0;
            attempts++;
            reached += hit;
            if (contact.arm().channel() == Channel.CALL) {
                calls++;
                callsReached += hit;
            }
            unanswered += silent ? 1 : 0;
            wrongParty += outcome == ContactOutcome.WRONG_PARTY ? 1 : 0;
            refusals += outcome == ContactOutcome.REFUSAL ? 1 : 0;
        }

        void write(float[] out, int at) {
            out[at++] = Quotient.of(reached, attempts);
            out[at++] = Quotient.of(callsReached, calls);
            out[at++] = Quotient.of(unanswered, attempts);
            out[at++] = wrongParty;
            out[at++] = refusals;
            out[at++] = daysSinceReached;
            out[at++] = streak;
            out[at] = complaints;
        }
    }
}
