package io.arrears.model.training.table;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** A parsed expression: one or more numbers per row, NaN where missing. */
sealed interface Expression {
    /** How many numbers it gives. */
    int width();

    /** Its numbers for a row of the table. */
    double[] evaluate(int row);

    record Constant(double value) implements Expression {
        @Override
        public int width() {
            return 1;
        }

        @Override
        public double[] evaluate(int row) {
            return new double[] {value};
        }
    }

    /** One column, or a series of them. */
    record Columns(List<double[]> columns) implements Expression {
        @Override
        public int width() {
            return columns.size();
        }

        @Override
        public double[] evaluate(int row) {
            return columns.stream().mapToDouble(column -> column[row]).toArray();
        }
    }

    /** Element by element; a single number goes with every element of the other side. */
    record Binary(DoubleBinaryOperator operator, Expression left, Expression right) implements Expression {
        public Binary {
            if (left.width() != right.width() && left.width() != 1 && right.width() != 1) {
                throw new IllegalArgumentException(
                        "series of %d and %d values do not go together: slice one, like name[1..%d]"
                                .formatted(left.width(), right.width(), Math.min(left.width(), right.width())));
            }
        }

        @Override
        public int width() {
            return Math.max(left.width(), right.width());
        }

        @Override
        public double[] evaluate(int row) {
            double[] a = left.evaluate(row);
            double[] b = right.evaluate(row);
            double[] result = new double[width()];
            for (int i = 0; i < result.length; i++) {
                double value = operator.applyAsDouble(a[a.length == 1 ? 0 : i], b[b.length == 1 ? 0 : i]);
                result[i] = Double.isInfinite(value) ? Double.NaN : value;
            }
            return result;
        }
    }

    /** A function over all its arguments, laid side by side. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        @Override
        public int width() {
            return function.isElementwise() ? joined() : 1;
        }

        private int joined() {
            return arguments.stream().mapToInt(Expression::width).sum();
        }

        @Override
        public double[] evaluate(int row) {
            double[] values = new double[joined()];
            int at = 0;
            for (Expression argument : arguments) {
                double[] part = argument.evaluate(row);
                System.arraycopy(part, 0, values, at, part.length);
                at += part.length;
            }
            return function.apply(values);
        }
    }
}
