package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;

/**
 * Reward per decision of a policy, estimated in three ways, with 95 % intervals.
 *
 * @param snips from the log alone, by self-normalised importance weights (Swaminathan and Joachims 2015)
 * @param dm from the model alone: the direct method. Its interval doesn't know the model's own error.
 * @param dr doubly robust (Dudík et al. 2014): the model, corrected by the log where it was wrong; right when either is
 */
public record PolicyValue(Interval snips, Interval dm, Interval dr) {}
