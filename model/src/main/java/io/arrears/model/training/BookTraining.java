package io.arrears.model.training;

import io.arrears.model.account.Days;
import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TreesFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Training rows to a registered candidate. Deterministic: equal rows, request and release give equal trees, figures and
 * id.
 */
public final class BookTraining {
    private static final int ID_BYTES = 3;

    private final TrainingTable table;
    private final TrainingRequest request;
    private final Map<Target, TrainedTarget> trained = new EnumMap<>(Target.class);
    private final Map<String, String> skipped = new TreeMap<>();

    private BookTraining(TrainingTable table, TrainingRequest request) {
        this.table = table;
        this.request = request;
    }

    /**
     * Trains, judges and registers.
     *
     * @return the manifest of the new candidate
     * @throws IllegalArgumentException when no row has a known pay30
     */
    public static ModelManifest run(TrainingTable table, TrainingRequest request, ModelRegistry registry) {
        BookTraining training = new BookTraining(table, request);
        training.train();
        return training.register(registry);
    }

    private void train() {
        ProbabilityTraining pay = new ProbabilityTraining(table, Target.PAY30, request.seed());
        if (pay.knownRows() == 0) {
            throw new IllegalArgumentException(
                    "no row has a known pay30: choose as-of dates at least %d days before the"
                                    .formatted(Target.PAY30.horizonDays())
                            + " end of the history");
        }
        TrainedTarget payTarget = pay.run();
        trained.put(Target.PAY30, payTarget);
        if (request.targets().contains(Target.CASH30)) {
            CashTraining cash = new CashTraining(table, request.seed());
            if (cash.obstacle().isEmpty()) {
                trained.put(Target.CASH30, cash.run(payTarget.model()));
            } else {
                skipped.put(Target.CASH30.code(), cash.obstacle());
            }
        }
        if (request.targets().contains(Target.ROLL90)) {
            trainRoll();
        }
    }

    private void trainRoll() {
        ProbabilityTraining roll = new ProbabilityTraining(table, Target.ROLL90, request.seed());
        if (roll.knownRows() == 0) {
            skipped.put(
                    Target.ROLL90.code(),
                    "no outcome window of %d days is over yet".formatted(Target.ROLL90.horizonDays()));
        } else if (!roll.hasBothOutcomes()) {
            skipped.put(
                    Target.ROLL90.code(),
                    "all %d known outcomes are the same: there is nothing to tell apart".formatted(roll.knownRows()));
        } else {
            trained.put(Target.ROLL90, roll.run());
        }
    }

    private ModelManifest register(ModelRegistry registry) {
        Map<String, byte[]> files = new TreeMap<>();
        List<MetricRow> metrics = new ArrayList<>();
        List<CurvePoint> curves = new ArrayList<>();
        MessageDigest digest = sha256();
        for (Map.Entry<Target, TrainedTarget> entry : trained.entrySet()) {
            TrainedTarget target = entry.getValue();
            byte[] trees = TreesFile.write(target.model(), table.schema().fingerprint());
            digest.update(trees);
            files.put(entry.getKey().code() + ".trees", trees);
            if (target.trees() != null) {
                files.put(entry.getKey().code() + ".tribuo", target.trees().toProtobuf());
            }
            metrics.addAll(target.metrics());
            curves.addAll(target.curves());
        }
        Evaluation evaluation = new Evaluation(metrics, curves);
        ModelManifest manifest = manifest(HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES));
        registry.register(manifest, evaluation, ModelCard.write(manifest, evaluation), files);
        return manifest;
    }

    private ModelManifest manifest(String contentId) {
        int[] days = table.asOfDays();
        int last = days[days.length - 1];
        Map<String, ModelManifest.TargetSummary> targets = new TreeMap<>();
        trained.forEach((target, outcome) -> targets.put(target.code(), outcome.summary()));
        ModelManifest.Origin origin = new ModelManifest.Origin(
                table.hash(),
                Days.date(days[0]),
                Days.date(last),
                table.rows(),
                request.seed(),
                request.codeRevision(),
                Map.of("candidates", TreeSearch.CANDIDATES.toString()),
                Libraries.versions());
        return new ModelManifest(
                DateTimeFormatter.BASIC_ISO_DATE.format(Days.date(last)) + "-" + contentId,
                request.createdAt(),
                origin,
                table.schema().fingerprint(),
                table.schema().features(),
                request.attributes(),
                targets,
                skipped);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
