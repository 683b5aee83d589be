package io.arrears.pipeline.training;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.training.response.TrainedResponse;

/**
 * A new candidate.
 *
 * @param response the response to contact, as learned from logged decisions
 */
public record TrainedModel(ModelManifest manifest, Evaluation evaluation, TrainedResponse response) {}
