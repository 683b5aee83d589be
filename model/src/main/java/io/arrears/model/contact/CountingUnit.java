package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.Direction;
import java.util.EnumSet;
import java.util.Set;

/** What a cap counts. Rules differ in this more than in their numbers. */
public enum CountingUnit implements Coded {
    /** Every outbound contact placed, answered or not. */
    ATTEMPT_PLACED {
        @Override
        boolean counts(Contact contact) {
            return contact.isOutboundAttempt();
        }
    },
    /** Outbound contacts that reached a line, a mailbox or a person: all but no answer and no contact. */
    CONNECTED {
        @Override
        boolean counts(Contact contact) {
            return contact.isOutboundAttempt() && !UNCONNECTED.contains(outcome(contact));
        }
    },
    /**
     * Spoken with the right party about the debt, whoever called; a voicemail is none, however long. Where the right party
     * was met and no outcome recorded, they spoke: the stricter reading.
     */
    CONVERSATION {
        @Override
        boolean counts(Contact contact) {
            ContactOutcome outcome = contact.result().outcome();
            return SPOKEN.contains(contact.arm().channel())
                    && contact.result().rightParty()
                    && (outcome == null || SPOKE.contains(outcome));
        }
    },
    /** Any message or talk that came across, voicemail included, in either direction; not unanswered rings. */
    CONTACT_INCL_VOICEMAIL {
        @Override
        boolean counts(Contact contact) {
            return !contact.arm().isNone() && !UNCONNECTED.contains(outcome(contact));
        }
    },
    /** Everything but leaving alone, in either direction. */
    ANY_COMMUNICATION {
        @Override
        boolean counts(Contact contact) {
            return contact.isOutboundAttempt() || contact.direction() == Direction.INBOUND;
        }
    };

    private static final Set<Channel> SPOKEN = EnumSet.of(Channel.CALL, Channel.VISIT);
    private static final Set<ContactOutcome> UNCONNECTED =
            EnumSet.of(ContactOutcome.NO_ANSWER, ContactOutcome.NO_CONTACT);
    private static final Set<ContactOutcome> SPOKE = EnumSet.of(
            ContactOutcome.ACKNOWLEDGED, ContactOutcome.PROMISE_TO_PAY, ContactOutcome.DISPUTE, ContactOutcome.REFUSAL);

    abstract boolean counts(Contact contact);

    /** An outcome that was not recorded counts as delivered: the stricter reading. */
    private static ContactOutcome outcome(Contact contact) {
        ContactOutcome outcome = contact.result().outcome();
        return outcome == null ? ContactOutcome.DELIVERED : outcome;
    }
}
