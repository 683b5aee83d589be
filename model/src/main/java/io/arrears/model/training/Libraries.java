package io.arrears.model.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import ml.dmlc.xgboost4j.java.Booster;
import org.tribuo.Tribuo;

/** The versions of what trains, for the manifest. */
final class Libraries {
    private Libraries() {}

    static Map<String, String> versions() {
        return Map.of("tribuo", Tribuo.VERSION, "xgboost4j", xgboost(), "java", System.getProperty("java.version"));
    }

    private static String xgboost() {
        try (InputStream in = Booster.class.getResourceAsStream("/xgboost4j-version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
