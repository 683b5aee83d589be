package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.feature.FeatureVector;
import io.arrears.pipeline.history.AccountFold;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.spark.sql.types.StructType;

/** A fold that knows the columns of its rows. Vectors travel as bytes: floats, little end first. */
interface TableFold extends AccountFold {
    StructType schema();

    static byte[] bytes(FeatureVector vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : vector.toArray()) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    static float[] floats(ResultSet row, String column) throws SQLException {
        Blob blob = row.getBlob(column);
        byte[] bytes = blob.getBytes(1, (int) blob.length());
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
