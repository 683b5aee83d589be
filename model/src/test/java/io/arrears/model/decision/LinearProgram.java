package io.arrears.model.decision;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

/** An allocation problem without whole numbers, for a solver of linear programs. */
final class LinearProgram {
    private final MPSolver solver;

    private LinearProgram(MPSolver solver) {
        this.solver = solver;
    }

    /**
     * @param solver GLOP, CLP, HIGHS_LP or PDLP
     */
    static LinearProgram of(AllocationProblem problem, String solver) {
        Loader.loadNativeLibraries();
        MPSolver program = MPSolver.createSolver(solver);
        if (program == null) {
            throw new IllegalArgumentException("solver %s isn't built in: use GLOP".formatted(solver));
        }
        MPConstraint[] capacities = new MPConstraint[problem.capacities()];
        for (int k = 0; k < capacities.length; k++) {
            capacities[k] = program.makeConstraint(
                    problem.limits().least()[k], problem.limits().most()[k]);
        }
        MPObjective objective = program.objective();
        objective.setMaximization();
        for (int i = 0; i < problem.accounts(); i++) {
            MPConstraint one = program.makeConstraint(1, 1);
            for (int j = 0; j < problem.arms(); j++) {
                if (Double.isNaN(problem.merit(i, j)) || problem.terms().isBarred(problem.firstRow(i) + j)) {
                    continue;
                }
                MPVariable chosen = program.makeNumVar(0, Double.POSITIVE_INFINITY, "");
                one.setCoefficient(chosen, 1);
                objective.setCoefficient(chosen, problem.merit(i, j));
                for (int k : problem.terms().counted(problem.firstRow(i) + j)) {
                    capacities[k].setCoefficient(chosen, problem.use(i, j, k));
                }
            }
        }
        return new LinearProgram(program);
    }

    /** The most a mixture of allocations is worth; NaN when the solver gives up. */
    double solve() {
        return solver.solve() == MPSolver.ResultStatus.OPTIMAL
                ? solver.objective().value()
                : Double.NaN;
    }
}
