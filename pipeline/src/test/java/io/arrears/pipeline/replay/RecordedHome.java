package io.arrears.pipeline.replay;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Days;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.assessment.Assessment;
import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Decider;
import io.arrears.model.assessment.DecisionInputs;
import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.DecisionRecord;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.Strategy;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.scoring.TreeNode;
import io.arrears.model.scoring.TreesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** A home as the service leaves it: a model, recorded decisions about it, and the artefacts they followed. */
final class RecordedHome {
    static final String MODEL = "20260301-aaaaaa";

    private static final int DAY = Days.of(LocalDate.of(2026, 3, 2));
    private static final Strategy STRATEGY = Strategy.parse("""
            strategy: recorded
            currency: EUR
            arms:
              - {action: reminder, channel: email, window: any, cost: 0.10, assumed_effect: 1.0}
              - {action: reminder, channel: call, window: any, cost: 4.50, assumed_effect: 0.8}
            rule_packs: [house-default]
            exploration: {holdout_share: 0.10, floor: 0.05}
            """);

    private final Home home;
    private final AttributeCatalogue attributes;
    private final FeatureBuilder features;
    private final List<DecisionRecord> records = new ArrayList<>();

    private RecordedHome(Home home, AttributeCatalogue attributes) {
        this.home = home;
        this.attributes = attributes;
        this.features = FeatureBuilder.of(attributes);
    }

    static RecordedHome write(Home home, int decisions) throws IOException {
        List<KnownHistory> accounts = new ArrayList<>();
        for (int i = 0; i < decisions; i++) {
            accounts.add(account("a-" + i, 5 * i));
        }
        return write(home, AttributeCatalogue.EMPTY, accounts);
    }

    /** A home whose service decided these accounts, in order, as they were known to it. */
    static RecordedHome write(Home home, AttributeCatalogue attributes, List<KnownHistory> accounts)
            throws IOException {
        RecordedHome recorded = new RecordedHome(home, attributes);
        recorded.register();
        ResponseModel response = ResponseModel.unlearned(ResponsePriors.standard());
        Path artefacts = Files.createDirectories(home.decisions().resolve("artefacts"));
        Files.writeString(artefacts.resolve(STRATEGY.digest()), STRATEGY.text());
        Files.writeString(artefacts.resolve(response.digest()), response.toJson());
        Assessor assessor = new Assessor(
                recorded.features,
                new ModelRegistry(home.models()).load(MODEL)::score,
                response,
                STRATEGY,
                RulePacks.named(STRATEGY.rulePacks()));
        try (DecisionLog log = DecisionLog.open(home.decisions())) {
            for (KnownHistory account : accounts) {
                DecisionRecord record = decide(assessor, account);
                recorded.records.add(record);
                log.append(record);
            }
        }
        return recorded;
    }

    private static DecisionRecord decide(Assessor assessor, KnownHistory account) {
        Assessment assessment = assessor.assess(account);
        Decider decider = new Decider(STRATEGY);
        Draws draws = decider.draws(assessment);
        Prices prices = Prices.free(STRATEGY);
        return DecisionRecord.of(
                new DecisionInputs(assessor.provenance(assessment), assessment.dossier(), prices, draws, null),
                decider.choose(assessment, prices, draws));
    }

    private static KnownHistory account(String id, int daysPastDue) {
        AccountProfile profile =
                new AccountProfile(Party.FIRST_PARTY, "DE", List.of(ZoneId.of("Europe/Berlin")), null, null, null);
        Account account = new Account(
                new AccountId(id),
                id,
                ReceivableType.UTILITY,
                Currency.getInstance("EUR"),
                DAY - 300,
                profile,
                Map.of(),
                Days.endMicros(DAY - 300));
        int due = DAY - daysPastDue;
        Invoice invoice = new Invoice(
                "i", due - 30, due, 10_000 + 77L * daysPastDue, InvoiceKind.INVOICE, Days.endMicros(due - 30));
        return AccountHistory.of(account.id(), List.of(account, invoice)).knownAtStartOf(DAY);
    }

    private void register() {
        FeatureSchema schema = features.schema();
        int late = schema.findIndex("days_past_due").orElseThrow();
        TreeNode tree = new TreeNode.Split(late, 30, true, new TreeNode.Leaf(1, 60), new TreeNode.Leaf(-1, 40));
        TargetModel model =
                new TargetModel(Target.PAY30, FlatEnsemble.of(0.2, List.of(tree)), new Calibration.Platt(1, 0));
        ModelManifest.Origin origin = new ModelManifest.Origin(
                "0".repeat(64),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2026, 2, 1),
                100,
                42,
                "test",
                Map.of(),
                Map.of());
        ModelManifest manifest = new ModelManifest(
                MODEL,
                Instant.EPOCH,
                origin,
                schema.fingerprint(),
                schema.features(),
                attributes,
                Map.of("pay30", new ModelManifest.TargetSummary(60, 20, 20, 1, "platt", Map.of(), "")),
                Map.of());
        new ModelRegistry(home.models())
                .register(
                        manifest,
                        new Evaluation(List.of(), List.of()),
                        "",
                        Map.of("pay30.trees", TreesFile.write(model, schema.fingerprint())));
    }

    Path log() {
        return home.decisions().resolve("decisions.log");
    }

    String id(int i) {
        return records.get(i).id();
    }

    String json(int i) {
        return records.get(i).json();
    }

    int size() {
        return records.size();
    }

    /** Replaces the log by one, soundly chained, in which one record says something else. */
    void forge(int i, String json) {
        Path forged = home.root().resolve("forged");
        try (DecisionLog log = DecisionLog.open(forged)) {
            for (int k = 0; k < records.size(); k++) {
                log.append(k == i ? new DecisionRecord(id(i), json) : records.get(k));
            }
        }
        try {
            Files.move(forged.resolve("decisions.log"), log(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String strategyDigest() {
        return STRATEGY.digest();
    }

    void removeModel() {
        try {
            Files.delete(home.models().resolve(MODEL).resolve("manifest.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
