package io.arrears.serving.mart;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the current row; must not move the cursor. */
@FunctionalInterface
public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
}
