package io.arrears.model.decision;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;

/** An allocation problem for a solver of linear programs, or, in whole numbers, for one of integer programs. */
final class LinearProgram {
    private final MPSolver solver;

    private LinearProgram(MPSolver solver) {
        this.solver = solver;
    }

    /**
     * @param solver GLOP, CLP, HIGHS_LP or PDLP
     */
    static LinearProgram of(AllocationProblem problem, String solver) {
        return of(problem, solver, false);
    }

    /** One whole arm for each account. */
    static LinearProgram ofWholeNumbers(AllocationProblem problem) {
        return of(problem, "SCIP", true);
    }

    private static LinearProgram of(AllocationProblem problem, String solver, boolean whole) {
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
                MPVariable chosen =
                        whole ? program.makeBoolVar("") : program.makeNumVar(0, Double.POSITIVE_INFINITY, "");
                one.setCoefficient(chosen, 1);
                objective.setCoefficient(chosen, problem.merit(i, j));
                for (int k : problem.terms().counted(problem.firstRow(i) + j)) {
                    capacities[k].setCoefficient(chosen, problem.use(i, j, k));
                }
            }
        }
        return new LinearProgram(program);
    }

    /** The most an allocation, or a mixture of them, is worth; NaN when the solver gives up. */
    double solve() {
        MPSolverParameters exact = new MPSolverParameters();
        exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-7);
        return solver.solve(exact) == MPSolver.ResultStatus.OPTIMAL
                ? solver.objective().value()
                : Double.NaN;
    }
}
