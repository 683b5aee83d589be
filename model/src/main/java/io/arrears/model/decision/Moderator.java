package io.arrears.model.decision;

/** What makes reaching one debtor worth more than reaching another. */
enum Moderator {
    /** How late the account is, in buckets. */
    DAYS_PAST_DUE {
        @Override
        String nameIn(ResponseContext context) {
            return "dpd:" + ResponseTerms.bucket(context.daysPastDue());
        }

        @Override
        double valueIn(ResponseContext context, double reach) {
            return 1;
        }
    },
    RECEIVABLE_TYPE {
        @Override
        String nameIn(ResponseContext context) {
            return "type:" + context.type().code();
        }

        @Override
        double valueIn(ResponseContext context, double reach) {
            return 1;
        }
    },
    /** How likely the debtor pays anyway: half the log-odds. */
    BASE {
        @Override
        String nameIn(ResponseContext context) {
            return "base";
        }

        @Override
        double valueIn(ResponseContext context, double reach) {
            return ResponseTerms.logit(context.basePayProbability()) / 2;
        }
    },
    /** Share of promises kept, with one more promise assumed neither kept nor broken. */
    KEPT {
        @Override
        String nameIn(ResponseContext context) {
            return "kept";
        }

        @Override
        double valueIn(ResponseContext context, double reach) {
            return context.promisesKept() / (1.0 + context.promisesKept() + context.promisesBroken());
        }
    },
    BROKEN {
        @Override
        String nameIn(ResponseContext context) {
            return "broken";
        }

        @Override
        double valueIn(ResponseContext context, double reach) {
            return context.promisesBroken() / (1.0 + context.promisesKept() + context.promisesBroken());
        }
    },
    /** How well the channel reaches the debtor: half the log-odds. */
    REACH {
        @Override
        String nameIn(ResponseContext context) {
            return "reach";
        }

        @Override
        double valueIn(ResponseContext context, double reach) {
            return ResponseTerms.logit(reach) / 2;
        }
    };

    abstract String nameIn(ResponseContext context);

    abstract double valueIn(ResponseContext context, double reach);
}
