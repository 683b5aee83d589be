package io.arrears.model.training.response;

import io.arrears.model.decision.ResponseModel;

/** The response as learned, with how well. */
public record TrainedResponse(ResponseModel model, ResponseEvaluation evaluation) {}
