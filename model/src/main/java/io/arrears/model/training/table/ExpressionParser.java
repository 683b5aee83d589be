package io.arrears.model.training.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The recipe's little language: numbers, columns (in backticks when the name has other characters than letters, digits
 * and _), series with slices like {@code bill[2..6]} (from 1, both ends included), {@code + - * /}, one comparison (1
 * when true, 0 when not), brackets, and the functions of {@link Function}. Anything divided by 0 is missing; anything
 * with a missing side is missing. It reads columns and can do nothing else.
 */
final class ExpressionParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*|`[^`]+`|>=|<=|==|!=|\\.\\.|[-+*/()<>,\\[\\]])\\s*");
    private static final int MAX_DEPTH = 50;

    private final List<String> tokens;
    private final Map<String, List<String>> lists;
    private final Map<String, double[]> columns;
    private int at;
    private int depth;

    private ExpressionParser(List<String> tokens, Map<String, List<String>> lists, Map<String, double[]> columns) {
        this.tokens = tokens;
        this.lists = lists;
        this.columns = columns;
    }

    /**
     * @param lists series by name
     * @param columns what may be read, by name
     * @throws IllegalArgumentException when it is no expression or names what is not there
     */
    static Expression parse(String text, Map<String, List<String>> lists, Map<String, double[]> columns) {
        ExpressionParser parser = new ExpressionParser(tokens(text), lists, columns);
        Expression expression = parser.comparison();
        if (!parser.peek().isEmpty()) {
            throw new IllegalArgumentException("'%s' is not expected in '%s'".formatted(parser.peek(), text));
        }
        return expression;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("cannot read '%s' in '%s'".formatted(text.substring(end), text));
            }
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        return tokens;
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        String token = peek();
        at++;
        return token;
    }

    private boolean take(String token) {
        boolean taken = peek().equals(token);
        at += taken ? 1 : 0;
        return taken;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException("'%s' is missing before '%s'".formatted(token, peek()));
        }
    }

    private Expression comparison() {
        Expression left = sum();
        DoubleBinaryOperator operator = comparator(peek());
        if (operator == null) {
            return left;
        }
        next();
        DoubleBinaryOperator known =
                (a, b) -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : operator.applyAsDouble(a, b);
        return new Expression.Binary(known, left, sum());
    }

    private static @Nullable DoubleBinaryOperator comparator(String token) {
        return switch (token) {
            case ">" -> (a, b) -> a > b ? 1 : 0;
            case "<" -> (a, b) -> a < b ? 1 : 0;
            case ">=" -> (a, b) -> a >= b ? 1 : 0;
            case "<=" -> (a, b) -> a <= b ? 1 : 0;
            case "==" -> (a, b) -> a == b ? 1 : 0;
            case "!=" -> (a, b) -> a != b ? 1 : 0;
            default -> null;
        };
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (take("+")) {
                left = new Expression.Binary(Double::sum, left, product());
            } else if (take("-")) {
                left = new Expression.Binary((a, b) -> a - b, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = signed();
        while (true) {
            if (take("*")) {
                left = new Expression.Binary((a, b) -> a * b, left, signed());
            } else if (take("/")) {
                left = new Expression.Binary((a, b) -> b == 0 ? Double.NaN : a / b, left, signed());
            } else {
                return left;
            }
        }
    }

    private Expression signed() {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("the expression is nested deeper than " + MAX_DEPTH);
        }
        Expression value =
                take("-") ? new Expression.Binary((a, b) -> a - b, new Expression.Constant(0), signed()) : primary();
        depth--;
        return value;
    }

    private Expression primary() {
        if (take("(")) {
            Expression inner = comparison();
            expect(")");
            return inner;
        }
        String token = next();
        if (token.isEmpty() || !(Character.isLetterOrDigit(token.charAt(0)) || "_`".indexOf(token.charAt(0)) >= 0)) {
            throw new IllegalArgumentException("a number or a name is missing before '%s'".formatted(token));
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Expression.Constant(Double.parseDouble(token));
        }
        return take("(") ? call(Function.of(token)) : series(token.replace("`", ""));
    }

    private Expression call(Function function) {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(comparison());
        } while (take(","));
        expect(")");
        return new Expression.Call(function, List.copyOf(arguments));
    }

    private Expression series(String name) {
        List<String> names = lists.getOrDefault(name, List.of(name));
        if (take("[")) {
            int from = index(names.size());
            int through = take("..") ? index(names.size()) : from;
            expect("]");
            names = names.subList(from - 1, Math.max(from, through));
        }
        return new Expression.Columns(names.stream().map(this::column).toList());
    }

    private int index(int size) {
        String token = next();
        if (!token.matches("\\d{1,4}") || Integer.parseInt(token) < 1 || Integer.parseInt(token) > size) {
            throw new IllegalArgumentException("'%s' is no position in a series of %d".formatted(token, size));
        }
        return Integer.parseInt(token);
    }

    private double[] column(String name) {
        double[] column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "'%s' is no numeric feature column or series: the label, the id, audit and".formatted(name)
                            + " excluded columns may not be used");
        }
        return column;
    }
}
