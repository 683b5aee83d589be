package io.arrears.model.feature;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import java.util.ArrayList;
import java.util.List;

/** What the creditor says about the account itself. */
final class AccountFeatures implements FeatureFamily {
    private static final ReceivableType[] TYPES = ReceivableType.values();
    private static final List<Feature> FEATURES = describe();

    private static List<Feature> describe() {
        List<Feature> features = new ArrayList<>();
        features.add(new Feature(
                "account_age_days",
                "Days since the account was opened",
                "days",
                "D - opening day",
                "never",
                "age of the account"));
        features.add(new Feature(
                "credit_limit",
                "Credit limit",
                "currency units",
                "credit limit as given",
                "no credit limit",
                "credit limit"));
        features.add(new Feature(
                "third_party",
                "Whether an agency collects",
                "0/1",
                "1 if party is third_party else 0",
                "never",
                "collected by an agency"));
        features.add(new Feature(
                "preferred_channel_known",
                "Whether the debtor's preferred channel is known",
                "0/1",
                "1 if a preferred channel is given else 0",
                "never",
                "preferred channel known"));
        for (ReceivableType type : TYPES) {
            String plain = type.code().replace('_', ' ');
            features.add(new Feature(
                    "type_" + type.code(),
                    "Whether the debt is of type " + plain,
                    "0/1",
                    "1 if receivable type is %s else 0".formatted(type.code()),
                    "never",
                    "debt of type " + plain));
        }
        return List.copyOf(features);
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Account account = known.getAccount();
        AccountProfile profile = account.profile();
        Long limit = profile.creditLimitMinor();
        out[at++] = known.asOfDay() - account.openedDay();
        out[at++] = limit == null ? Float.NaN : MoneyScale.of(known).units(limit);
        out[at++] = profile.party() == Party.THIRD_PARTY ? 1 : 0;
        out[at++] = profile.preferredChannel() != null ? 1 : 0;
        for (ReceivableType type : TYPES) {
            out[at++] = account.type() == type ? 1 : 0;
        }
    }
}
