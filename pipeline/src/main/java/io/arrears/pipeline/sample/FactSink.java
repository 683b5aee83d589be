package io.arrears.pipeline.sample;

/** Where the life of an account is written down. */
interface FactSink {
    void invoice(AccountProfile account, Bill bill);

    void payment(AccountProfile account, Receipt receipt);

    void contact(AccountProfile account, Touch touch);

    void promise(AccountProfile account, Promise promise);

    void dispute(AccountProfile account, Dispute dispute);

    void consent(AccountProfile account, Care.Consent consent);

    void flag(AccountProfile account, FlagSpell spell);
}
