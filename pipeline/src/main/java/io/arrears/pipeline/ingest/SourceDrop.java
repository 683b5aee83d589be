package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.mapping.Lookups;
import java.util.ArrayList;
import java.util.List;

/**
 * A drop whose files and columns have been checked.
 *
 * @param dropId 32 hexadecimal digits of the SHA-256 over what each file is and holds, and over the mapping
 * @param lookups what mapped files look up in others
 * @param notes what is left out without being wrong
 */
record SourceDrop(String dropId, List<SourceFile> files, Lookups lookups, List<String> notes) {
    static final int ID_LENGTH = 32;

    /** The shapes of all feeds, by index of feed. */
    ArrayList<Shape> shapes() {
        ArrayList<Shape> shapes = new ArrayList<>();
        files.forEach(file -> file.feeds().forEach(feed -> shapes.add(feed.shape())));
        return shapes;
    }
}
