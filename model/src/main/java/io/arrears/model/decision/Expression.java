package io.arrears.model.decision;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.arrears.model.policy.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition over a {@link Situation}, in the Common Expression Language: typed, without loops over the outside world
 * or side effects, compiled once. Thread-safe.
 */
public final class Expression {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\baccount\\.(x_\\w+)");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'");
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableRegexPartialMatch(true)
            .comprehensionMaxIterations(1000)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final String source;
    private final CelRuntime.Program program;

    private Expression(String source, CelRuntime.Program program) {
        this.source = source;
        this.program = program;
    }

    /**
     * Compiles {@code source}.
     *
     * @throws IllegalArgumentException with what is wrong and how to mend it
     */
    public static Expression compile(String source) {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        SituationFields.ALL.forEach(
                field -> compiler.addVar(field.name(), field.type().cel()));
        Matcher attributes = ATTRIBUTE.matcher(source);
        while (attributes.find()) {
            compiler.addVar("account." + attributes.group(1), SimpleType.DYN);
        }
        CelValidationResult result = compiler.build().compile(source);
        if (result.hasError()) {
            throw new IllegalArgumentException(explain(source, result));
        }
        try {
            return new Expression(source, RUNTIME.createProgram(result.getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(
                    "expression '%s' can't be compiled: %s".formatted(source, e.getMessage()), e);
        }
    }

    private static String explain(String source, CelValidationResult result) {
        String issues = result.getErrors().stream()
                .map(issue ->
                        "column %d: %s".formatted(issue.getSourceLocation().getColumn() + 1, issue.getMessage()))
                .collect(Collectors.joining("; "));
        Matcher undeclared = UNDECLARED.matcher(issues);
        if (!undeclared.find()) {
            return issues;
        }
        List<String> names =
                SituationFields.ALL.stream().map(SituationField::name).toList();
        return issues + written(source, undeclared.group(1), names);
    }

    /** The checker names only the first part of a dotted name: finds what was written, and what was meant. */
    private static String written(String source, String first, List<String> names) {
        Matcher whole =
                Pattern.compile("\\b" + Pattern.quote(first) + "(\\.\\w+)*").matcher(source);
        while (whole.find()) {
            if (!names.contains(whole.group()) && !whole.group().startsWith("account.x_")) {
                return Nearest.to(whole.group(), names)
                        .map(near -> "; %s is unknown, did you mean %s?".formatted(whole.group(), near))
                        .orElse("; %s is unknown, known are %s and account.x_…"
                                .formatted(whole.group(), String.join(", ", names)));
            }
        }
        return "";
    }

    public String source() {
        return source;
    }

    /** Whether it holds; a condition that can't be evaluated, e.g. because a value is absent, doesn't hold. */
    public boolean holds(Situation situation) {
        return findFailure(situation).isEmpty();
    }

    /** Why it doesn't hold; empty when it does. */
    public Optional<String> findFailure(Situation situation) {
        try {
            Object answer = program.eval((String name) -> Optional.of(situation.variable(name)));
            return Boolean.TRUE.equals(answer) ? Optional.empty() : Optional.of(source);
        } catch (CelEvaluationException e) {
            return Optional.of(source + " (not evaluable: a value is absent or of another type)");
        }
    }

    @Override
    public String toString() {
        return source;
    }
}
