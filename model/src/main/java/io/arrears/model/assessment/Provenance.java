package io.arrears.model.assessment;

import java.util.SortedMap;

/**
 * Which artefacts a decision followed.
 *
 * @param schemaFingerprint of the feature vector
 * @param responseDigest SHA-256 of the response model's JSON
 * @param strategyDigest SHA-256 of the strategy file
 * @param packDigests SHA-256 of each rule pack, by name and version
 */
public record Provenance(
        String schemaFingerprint,
        String modelId,
        String responseDigest,
        String strategyDigest,
        SortedMap<String, String> packDigests) {}
