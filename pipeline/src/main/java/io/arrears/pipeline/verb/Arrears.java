package io.arrears.pipeline.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The product's command line: a list of verbs. */
@Command(
        name = "arrears",
        synopsisSubcommandLabel = "VERB",
        description = "Which overdue account to contact, how, when, with what offer, and which to leave alone.",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed or refused, 2 wrong usage or configuration, 3 input rejected.",
            "Set ARREARS_TRACE=1 to see where a failure comes from, ARREARS_JAVA_OPTS for JVM options (-Xmx4g)."
        },
        subcommands = {
            LaunchedVerbs.Demo.class,
            SampleVerb.class,
            IngestVerb.class,
            FeaturesVerb.class,
            TrainVerb.class,
            ModelsVerb.class,
            ScoreVerb.class,
            PlanVerb.class,
            PublishVerb.class,
            RunVerb.class,
            LaunchedVerbs.Serve.class,
            EvaluateVerb.class,
            MonitorVerb.class,
            ReplayVerb.class,
            ExportVerb.class,
            LaunchedVerbs.Verify.class,
            PrepareDemoVerb.class
        })
final class Arrears {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help")
    @SuppressWarnings("unused") // picocli sets and reads it
    private boolean help;
}
