package io.arrears.serving.mart;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a whole result, from before its first row on. */
@FunctionalInterface
public interface ResultReader<T> {
    T read(ResultSet rows) throws SQLException;
}
