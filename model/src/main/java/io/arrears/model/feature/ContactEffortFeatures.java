package io.arrears.model.feature;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Direction;
import io.arrears.model.account.KnownHistory;
import java.util.List;

/** How often the creditor tried, by channel, and how often the debtor got in touch. Days are those of the decision. */
final class ContactEffortFeatures implements FeatureFamily {
    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "contacts_7d",
                    "Outbound attempts in 7 days",
                    "count",
                    "outbound contacts other than none from D-7 on",
                    "never",
                    "contacts in the last 7 days"),
            new Feature(
                    "contacts_30d",
                    "Outbound attempts in 30 days",
                    "count",
                    "outbound contacts other than none from D-30 on",
                    "never",
                    "contacts in the last 30 days"),
            new Feature(
                    "contacts_90d",
                    "Outbound attempts in 90 days",
                    "count",
                    "outbound contacts other than none from D-90 on",
                    "never",
                    "contacts in the last 90 days"),
            new Feature(
                    "calls_90d",
                    "Calls in 90 days",
                    "count",
                    "outbound contacts by call from D-90 on",
                    "never",
                    "calls in the last 90 days"),
            new Feature(
                    "sms_90d",
                    "Text messages in 90 days",
                    "count",
                    "outbound contacts by sms from D-90 on",
                    "never",
                    "text messages in the last 90 days"),
            new Feature(
                    "emails_90d",
                    "E-mails in 90 days",
                    "count",
                    "outbound contacts by email from D-90 on",
                    "never",
                    "e-mails in the last 90 days"),
            new Feature(
                    "letters_90d",
                    "Letters in 90 days",
                    "count",
                    "outbound contacts by letter from D-90 on",
                    "never",
                    "letters in the last 90 days"),
            new Feature(
                    "days_since_last_contact",
                    "Days since the last outbound attempt",
                    "days",
                    "D - day of the last outbound contact other than none",
                    "no attempt yet",
                    "days since the last contact"),
            new Feature(
                    "inbound_contacts_90d",
                    "Times the debtor got in touch in 90 days",
                    "count",
                    "inbound contacts from D-90 on",
                    "never",
                    "times the debtor got in touch"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        List<Contact> contacts = known.contacts();
        int asOf = known.asOfDay();
        int[] byChannel = new int[Channel.values().length];
        int week = 0;
        int month = 0;
        int quarter = 0;
        int inbound = 0;
        float daysSince = Float.NaN;
        for (int i = contacts.size() - 1; i >= 0; i--) {
            Contact contact = contacts.get(i);
            int age = asOf - contact.decidedDay();
            if (age > 90 && !Float.isNaN(daysSince)) {
                break;
            }
            if (contact.isOutboundAttempt()) {
                daysSince = Float.isNaN(daysSince) ? age : daysSince;
                week += age <= 7 ? 1 : 0;
                month += age <= 30 ? 1 : 0;
                quarter += age <= 90 ? 1 : 0;
                byChannel[contact.arm().channel().ordinal()] += age <= 90 ? 1 : 0;
            } else if (contact.direction() == Direction.INBOUND) {
                inbound += age <= 90 ? 1 : 0;
            }
        }
        out[at++] = week;
        out[at++] = month;
        out[at++] = quarter;
        out[at++] = byChannel[Channel.CALL.ordinal()];
        out[at++] = byChannel[Channel.SMS.ordinal()];
        out[at++] = byChannel[Channel.EMAIL.ordinal()];
        out[at++] = byChannel[Channel.LETTER.ordinal()];
        out[at++] = daysSince;
        out[at] = inbound;
    }
}
