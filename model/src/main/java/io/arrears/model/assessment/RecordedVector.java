package io.arrears.model.assessment;

/**
 * What a decision record says of the vector its answer came from.
 *
 * @param id of the decision
 * @param asOfMicros the instant of knowledge
 * @param schemaFingerprint of the vector's features
 * @param values one per feature, NaN where missing; the array is the record's own
 */
public record RecordedVector(
        String id, String accountId, long asOfMicros, String modelId, String schemaFingerprint, float[] values) {
    /**
     * @param record as {@link DecisionRecord#json} wrote it
     * @throws IllegalArgumentException when it is no decision record
     */
    public static RecordedVector read(String record) {
        RecordedDecision decision = new RecordReader().read(record);
        return new RecordedVector(
                decision.id(),
                decision.accountId().value(),
                decision.asOfMicros(),
                decision.provenance().modelId(),
                decision.provenance().schemaFingerprint(),
                decision.vector());
    }
}
