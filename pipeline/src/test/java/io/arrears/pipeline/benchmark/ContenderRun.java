package io.arrears.pipeline.benchmark;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import java.nio.file.Path;

/** One contender in this process. */
final class ContenderRun {
    private ContenderRun() {}

    /** Arguments: contender, home folder, where to write the answers. */
    public static void main(String[] args) throws Exception {
        HistoryLake lake = HistoryLake.open(new Home(Path.of(args[1])));
        Contender.valueOf(args[0]).run(lake, Path.of(args[2]));
        Figures.ofThisProcess().print();
    }
}
