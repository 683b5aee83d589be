package io.arrears.model.contact;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cap does not count.
 *
 * @param inboundReply what the debtor began
 * @param letterMail letters
 * @param requiredNotice contacts with the action {@value #REQUIRED_NOTICE}
 * @param consentDays contacts on a channel the debtor consented to at most so many days before, the day of the consent
 *     being the first of them; 0 = they count
 */
record Exclusions(boolean inboundReply, boolean letterMail, boolean requiredNotice, int consentDays) {
    static final String REQUIRED_NOTICE = "required_notice";

    boolean exclude(Contact contact, List<Consent> consents) {
        Arm arm = contact.arm();
        return (inboundReply && contact.direction() == Direction.INBOUND)
                || (letterMail && arm.channel() == Channel.LETTER)
                || (requiredNotice && arm.action().equals(REQUIRED_NOTICE))
                || (consentDays > 0 && isConsented(contact, consents));
    }

    private boolean isConsented(Contact contact, List<Consent> consents) {
        Long at = contact.atMicros();
        if (at == null) {
            return false;
        }
        Consent latest = latest(contact.arm().channel(), at, consents);
        return latest != null && latest.granted() && Days.of(at) < Days.of(latest.effectiveMicros()) + consentDays;
    }

    private static @Nullable Consent latest(Channel channel, long atMicros, List<Consent> consents) {
        Consent latest = null;
        for (Consent consent : consents) {
            boolean before = consent.channel() == channel && consent.effectiveMicros() <= atMicros;
            if (before && (latest == null || consent.effectiveMicros() >= latest.effectiveMicros())) {
                latest = consent;
            }
        }
        return latest;
    }
}
