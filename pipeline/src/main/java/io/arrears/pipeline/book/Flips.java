package io.arrears.pipeline.book;

import java.util.Map;

/**
 * How many decisions of a day would be others if the probabilities were corrected by the outcomes that have matured since.
 *
 * @param accounts open accounts
 * @param changed accounts for which the whole plan, made anew, chooses another arm
 * @param moves how many accounts go from one arm to another, the most frequent first, e.g. {@code none -> reminder/sms}
 */
public record Flips(String strategy, long accounts, long changed, Map<String, Long> moves) {}
