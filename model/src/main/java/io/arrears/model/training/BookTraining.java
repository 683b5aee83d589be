package io.arrears.model.training;

import io.arrears.model.account.Days;
import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Scorer;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Training rows to a model. Deterministic: equal rows, request and release give equal trees, figures and
 * id.
 */
public final class BookTraining {
    /** Settings of a manifest that ask for the same training again. */
    static final String TARGETS = "targets";

    static final String HORIZONS = "horizons";

    private static final int ID_BYTES = 3;
    private static final Map<Target, String> NOTHING = Map.of(
            Target.REACH, "no outbound attempts with a recorded outcome",
            Target.KEPT, "no promises whose days are over",
            Target.SELFCURE, "no account-days past due that were left alone");

    private final TrainingRows rows;
    private final TrainingTable table;
    private final TrainingRequest request;
    private final Map<Target, TrainedTarget> trained = new EnumMap<>(Target.class);
    private final Map<String, String> skipped = new TreeMap<>();

    private BookTraining(TrainingRows rows, TrainingRequest request) {
        this.rows = rows;
        this.table = rows.book();
        this.request = request;
    }

    /**
     * Trains and judges.
     *
     * @throws IllegalArgumentException when no row has a known pay30
     */
    public static TrainedBook train(TrainingRows rows, TrainingRequest request) {
        BookTraining training = new BookTraining(rows, request);
        training.train();
        return training.book();
    }

    private void train() {
        ProbabilityTraining pay = new ProbabilityTraining(table, Target.PAY30, request);
        if (pay.knownRows() == 0) {
            throw new IllegalArgumentException(
                    "no row has a known pay30: choose as-of dates at least %d days before the"
                                    .formatted(request.horizons().days(Target.PAY30))
                            + " end of the history");
        }
        TrainedTarget payTarget = pay.run();
        trained.put(Target.PAY30, payTarget);
        if (request.targets().contains(Target.CASH30)) {
            CashTraining cash = new CashTraining(table, request);
            if (cash.obstacle().isEmpty()) {
                trained.put(Target.CASH30, cash.run(payTarget.model()));
            } else {
                skipped.put(Target.CASH30.code(), cash.obstacle());
            }
        }
        for (Target target : List.of(Target.ROLL90, Target.REACH, Target.KEPT, Target.SELFCURE)) {
            if (request.targets().contains(target)) {
                train(target);
            }
        }
    }

    private void train(Target target) {
        Optional<TrainingTable> found = rows.find(target);
        if (found.isEmpty()) {
            skipped.put(target.code(), "the history has " + NOTHING.getOrDefault(target, "no rows for it"));
            return;
        }
        ProbabilityTraining training = new ProbabilityTraining(found.get(), target, request);
        if (training.obstacle().isEmpty()) {
            trained.put(target, training.run());
        } else {
            skipped.put(target.code(), training.obstacle());
        }
    }

    private TrainedBook book() {
        Map<String, byte[]> files = new TreeMap<>();
        List<MetricRow> metrics = new ArrayList<>();
        List<CurvePoint> curves = new ArrayList<>();
        MessageDigest digest = sha256();
        for (Map.Entry<Target, TrainedTarget> entry : trained.entrySet()) {
            TrainedTarget target = entry.getValue();
            byte[] trees = TreesFile.write(
                    target.model(),
                    Scorer.rowSchema(entry.getKey(), table.schema()).fingerprint());
            digest.update(trees);
            files.put(TreesFile.name(entry.getKey().code()), trees);
            if (target.trees() != null) {
                files.put(entry.getKey().code() + ".tribuo", target.trees().toProtobuf());
            }
            metrics.addAll(target.metrics());
            curves.addAll(target.curves());
        }
        Evaluation evaluation = new Evaluation(metrics, curves);
        ModelManifest manifest = manifest(HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES));
        return new TrainedBook(manifest, evaluation, ModelCard.write(manifest, evaluation), files);
    }

    private ModelManifest manifest(String contentId) {
        int[] days = table.asOfDays();
        int last = days[days.length - 1];
        Map<String, ModelManifest.TargetSummary> targets = new TreeMap<>();
        trained.forEach((target, outcome) -> targets.put(target.code(), outcome.summary()));
        ModelManifest.Origin origin = new ModelManifest.Origin(
                rows.hash(),
                Days.date(days[0]),
                Days.date(last),
                table.rows(),
                request.seed(),
                request.codeRevision(),
                settings(),
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

    /** What was asked for, what was searched and what was chosen. */
    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("candidates", TreeSearch.CANDIDATES.toString());
        settings.put(
                TARGETS, request.targets().stream().map(Target::code).sorted().collect(Collectors.joining(",")));
        settings.put(
                HORIZONS,
                new TreeMap<>(request.horizons().chosen())
                        .entrySet().stream()
                                .map(chosen -> chosen.getKey().code() + "=" + chosen.getValue())
                                .collect(Collectors.joining(",")));
        trained.forEach((target, outcome) -> settings.put(target.code(), outcome.settings()));
        return settings;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
