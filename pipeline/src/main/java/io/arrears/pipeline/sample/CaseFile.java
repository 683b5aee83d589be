package io.arrears.pipeline.sample;

/** Everything about one account that changes with time or follows from its debtor; the parts look after themselves. */
record CaseFile(
        AccountProfile account,
        IncomePath income,
        Ledger ledger,
        Care care,
        Influences influences,
        PromiseBook promises,
        DisputeBook disputes,
        Behaviour behaviour) {
    /** Cards are blocked when this many days past due: no new statements. */
    private static final int CARD_BLOCKED_DAYS = 90;

    static CaseFile open(AccountProfile account, IncomePath income, Care care, World world) {
        return new CaseFile(
                account,
                income,
                new Ledger(),
                care,
                new Influences(),
                new PromiseBook(),
                new DisputeBook(account, world.period(), world.sink()),
                new Behaviour(account, world.period(), care, world.shock()));
    }

    double lift(int day) {
        return influences.lift(account.debtor().persona(), income.on(day), day);
    }

    /** House rules of the log: nobody is contacted while a dispute is open or a flag forbids it. */
    boolean contactForbidden(int day) {
        return disputes.open() != null || care.contactForbidden(day);
    }

    boolean billingStopped(int day) {
        return account.type() == Receivable.CREDIT_CARD && ledger.daysPastDue(day) > CARD_BLOCKED_DAYS;
    }

    boolean writtenOffOn(int daysPastDue) {
        return daysPastDue >= account.traits().writeOffAge();
    }
}
