package io.arrears.pipeline.history;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * The files of one bucket, in the order their drops came. Shipped to executors.
 *
 * @param files an {@link ArrayList}, for Spark's serializers
 */
record BucketFiles(int bucket, ArrayList<LakeFile> files) implements Serializable {
    /** A Parquet file, sorted by account. */
    record LakeFile(String uri, long bytes) implements Serializable {}
}
