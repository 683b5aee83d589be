package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;

/**
 * Reward per decision of a policy, estimated in four ways, with 95 % intervals.
 *
 * @param snips from the log alone, by self-normalised importance weights (Swaminathan and Joachims 2015)
 * @param dm from the model alone: the direct method. Its interval doesn't know the model's own error.
 * @param dr doubly robust (Dudík et al. 2014): the model, corrected by the log where it was wrong; right when either is
 * @param switchDr as {@code dr}, but the model alone where weights are so large that correcting it costs more in noise
 *     than it saves in bias (Wang, Agarwal and Dudík 2017); its interval doesn't know the model's own error there
 */
public record PolicyValue(Interval snips, Interval dm, Interval dr, Interval switchDr) {}
