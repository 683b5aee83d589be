package io.arrears.pipeline.sample;

/** A sink that listens to payments from a day on and to nothing else. */
final class CashCounter implements FactSink {
    private final int fromDay;
    private int payments;
    private long cashMinor;

    CashCounter(int fromDay) {
        this.fromDay = fromDay;
    }

    boolean paid() {
        return payments > 0;
    }

    long cashMinor() {
        return cashMinor;
    }

    @Override
    public void payment(AccountProfile account, Receipt receipt) {
        if (receipt.kind() == Receipt.Kind.PAYMENT && receipt.day() >= fromDay) {
            payments++;
            cashMinor += receipt.amountMinor();
        }
    }

    @Override
    public void invoice(AccountProfile account, Bill bill) {}

    @Override
    public void contact(AccountProfile account, Touch touch) {}

    @Override
    public void promise(AccountProfile account, Promise promise) {}

    @Override
    public void dispute(AccountProfile account, Dispute dispute) {}

    @Override
    public void consent(AccountProfile account, Care.Consent consent) {}

    @Override
    public void flag(AccountProfile account, FlagSpell spell) {}
}
