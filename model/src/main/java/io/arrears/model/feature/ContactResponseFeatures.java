package io.arrears.model.feature;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Received;
import java.util.List;

/**
 * Whether money follows contacts. A contact is answered by a payment on its day or the 14 days after it; rates count
 * contacts whose 14 days are over only, so that recent ones do not lower them.
 */
final class ContactResponseFeatures implements FeatureFamily {
    static final int RESPONSE_DAYS = 14;
    private static final Channel[] CHANNELS = {Channel.CALL, Channel.SMS, Channel.EMAIL, Channel.LETTER};

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "paid_after_contact_rate",
                    "Share of the attempts that a payment followed",
                    "share",
                    "attempts followed by a payment within 14 days / attempts whose 14 days are over",
                    "no such attempt",
                    "share of contacts followed by a payment"),
            new Feature(
                    "paid_after_call_rate",
                    "Share of the calls that a payment followed",
                    "share",
                    "as paid_after_contact_rate, calls only",
                    "no such call",
                    "share of calls followed by a payment"),
            new Feature(
                    "paid_after_sms_rate",
                    "Share of the text messages that a payment followed",
                    "share",
                    "as paid_after_contact_rate, sms only",
                    "no such sms",
                    "share of text messages followed by a payment"),
            new Feature(
                    "paid_after_email_rate",
                    "Share of the e-mails that a payment followed",
                    "share",
                    "as paid_after_contact_rate, email only",
                    "no such email",
                    "share of e-mails followed by a payment"),
            new Feature(
                    "paid_after_letter_rate",
                    "Share of the letters that a payment followed",
                    "share",
                    "as paid_after_contact_rate, letters only",
                    "no such letter",
                    "share of letters followed by a payment"),
            new Feature(
                    "paid_after_last_contact",
                    "Whether a payment followed the last attempt",
                    "0/1",
                    "1 if a payment came in within 14 days of the last attempt, 0 if not and they are over",
                    "no attempt yet, or unpaid and its 14 days not over",
                    "payment after the last contact"),
            new Feature(
                    "unprompted_payment_share",
                    "Share of the payments that no attempt preceded",
                    "share",
                    "payments without an attempt on their day or the 14 days before / payments",
                    "no payment yet",
                    "share of payments without a contact before"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Received received = Received.of(known);
        int asOf = known.asOfDay();
        int[] tried = new int[Channel.values().length];
        int[] paid = new int[Channel.values().length];
        float lastPaid = Float.NaN;
        for (Contact contact : known.contacts()) {
            if (contact.isOutboundAttempt()) {
                int day = contact.decidedDay();
                boolean followed = received.anyBetween(day, day + RESPONSE_DAYS);
                boolean over = day + RESPONSE_DAYS < asOf;
                int channel = contact.arm().channel().ordinal();
                tried[channel] += over ? 1 : 0;
                paid[channel] += over && followed ? 1 : 0;
                lastPaid = followed ? 1 : over ? 0 : Float.NaN;
            }
        }
        out[at++] = Quotient.of(sum(paid), sum(tried));
        for (Channel channel : CHANNELS) {
            out[at++] = Quotient.of(paid[channel.ordinal()], tried[channel.ordinal()]);
        }
        out[at++] = lastPaid;
        out[at] = Quotient.of(unprompted(known.contacts(), received), received.size());
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Payments and contacts both stand in order of day: one walk along both. */
    private static int unprompted(List<Contact> contacts, Received received) {
        int count = 0;
        int next = 0;
        int lastAttempt = Integer.MIN_VALUE / 2;
        for (int i = 0; i < received.size(); i++) {
            int day = received.day(i);
            while (next < contacts.size() && contacts.get(next).decidedDay() <= day) {
                Contact contact = contacts.get(next++);
                if (contact.isOutboundAttempt()) {
                    lastAttempt = contact.decidedDay();
                }
            }
            count += lastAttempt < day - RESPONSE_DAYS ? 1 : 0;
        }
        return count;
    }
}
