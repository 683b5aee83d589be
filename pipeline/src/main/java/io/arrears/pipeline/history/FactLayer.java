package io.arrears.pipeline.history;

import io.arrears.pipeline.history.BucketFiles.LakeFile;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Fact files and the folder they stand in: what one drop added, or a compaction merged. */
record FactLayer(Path folder, FactFiles facts) {
    Stream<LakeFile> files(int bucket) {
        return facts.files().stream()
                .filter(file -> file.bucket() == bucket)
                .map(file -> new LakeFile(folder.resolve(file.name()).toUri().toString(), file.bytes()));
    }
}
