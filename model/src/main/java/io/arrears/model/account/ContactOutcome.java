package io.arrears.model.account;

/** What came of a contact. */
public enum ContactOutcome implements Coded {
    NO_CONTACT,
    NO_ANSWER,
    DELIVERED,
    VOICEMAIL,
    WRONG_PARTY,
    ACKNOWLEDGED,
    PROMISE_TO_PAY,
    DISPUTE,
    REFUSAL
}
