package io.arrears.pipeline.training;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.ModelManifest;

/**
 * A new candidate.
 *
 * @param responseRows logged decisions the response to contact was learned from
 */
public record TrainedModel(ModelManifest manifest, Evaluation evaluation, long responseRows) {}
