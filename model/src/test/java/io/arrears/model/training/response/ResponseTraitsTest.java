package io.arrears.model.training.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.Reach;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponseTraits;
import io.arrears.model.decision.Strategy;
import io.arrears.model.decision.Trait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ResponseTraitsTest {
    private static final String FEATURE = "paid_in_parts_share";

    private static List<@Nullable Double> traits(double value) {
        List<@Nullable Double> traits =
                new ArrayList<>(Collections.nCopies(ResponseTraits.FEATURES.size(), (Double) null));
        traits.set(ResponseTraits.FEATURES.indexOf(FEATURE), value);
        return traits;
    }

    private static ResponseContext with(ResponseContext context, double value) {
        return new ResponseContext(
                context.basePayProbability(),
                context.daysPastDue(),
                context.type(),
                context.promisesKept(),
                context.promisesBroken(),
                context.reach(),
                traits(value));
    }

    /** Calls move those who paid in parts before, and nobody else. */
    private static List<ResponseRow> log() {
        List<ResponseRow> rows = new ArrayList<>();
        for (int kind = 0; kind < 2; kind++) {
            for (ResponseRow row : new SyntheticLog(21 + kind, 2.5 * kind, 0).rows(6000)) {
                rows.add(new ResponseRow(
                        2 * row.account() + kind,
                        with(row.context(), kind),
                        row.arm(),
                        row.propensity(),
                        row.paid(),
                        row.cashRatio(),
                        row.rightParty(),
                        row.complaint()));
            }
        }
        return rows;
    }

    private static double gain(ResponseModel model, double value) {
        ResponseContext debtor = with(SyntheticLog.debtor(0.4, 20, 14), value);
        return model.respond(SyntheticLog.CALL, debtor).pPay()
                - model.respond(Arm.NONE, debtor).pPay();
    }

    @Test
    void aTraitThatTellsWhomCallsMoveIsFoundAndUsed() {
        TrainedResponse trained = ResponseTrainer.train(log(), SyntheticLog.TERMS);
        assertThat(trained.evaluation().chosen()).contains("traits");
        Strategy strategy =
                Strategy.parse("{strategy: t, arms: [{action: reminder, channel: call, window: evening, cost: 3}]}");
        ResponseModel model = trained.model().under(strategy);
        assertThat(gain(model, 1)).isGreaterThan(0.2);
        assertThat(gain(model, 0)).isLessThan(gain(model, 1) / 2);
        ResponseModel read = ResponseModel.fromJson(trained.model().toJson()).under(strategy);
        assertThat(read.coefficients()).isEqualTo(model.coefficients());
        assertThat(gain(read, 1)).isEqualTo(gain(model, 1));
    }

    @Test
    void aScaledTraitIsBoundedAndZeroWhereMissing() {
        Trait trait = new Trait(FEATURE, Math.log(2), 0.5);
        assertThat(trait.scaled(1)).isCloseTo(0, within(1e-12));
        assertThat(trait.scaled(Double.NaN)).isZero();
        assertThat(trait.scaled(1e9)).isEqualTo(3);
        assertThat(trait.scaled(-1e9)).isEqualTo(-3);
    }

    /** Decision records of before there were traits replay to the same bytes. */
    @Test
    void aContextWithoutTraitsIsWrittenAsItAlwaysWas() throws Exception {
        String old = "{\"basePayProbability\":0.4,\"daysPastDue\":3,\"type\":\"UTILITY\",\"promisesKept\":1,"
                + "\"promisesBroken\":0,\"reach\":[{\"channel\":\"CALL\",\"window\":\"ANY\",\"attempts\":2,"
                + "\"rightParty\":1}]}";
        JsonMapper json = JsonMapper.builder().build();
        ResponseContext context = json.readValue(old, ResponseContext.class);
        assertThat(context)
                .isEqualTo(new ResponseContext(
                        0.4,
                        3,
                        ReceivableType.UTILITY,
                        1,
                        0,
                        List.of(new Reach(Channel.CALL, ContactWindow.ANY, 2, 1))));
        assertThat(json.writeValueAsString(context)).isEqualTo(old);
    }
}
