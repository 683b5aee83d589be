package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The book's own {@code x_} attributes. */
final class AttributeFeatures implements FeatureFamily {
    private final AttributeCatalogue catalogue;
    private final List<Feature> features;

    AttributeFeatures(AttributeCatalogue catalogue) {
        this.catalogue = catalogue;
        List<Feature> list = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String name : catalogue.numeric()) {
            String plain = plain(name);
            list.add(new Feature(
                    column(name, taken), "Attribute " + plain, "as given", "value of " + name, "absent", plain));
        }
        for (AttributeCatalogue.Category category : catalogue.categories()) {
            String plain = plain(category.attribute()) + " is " + category.value();
            list.add(new Feature(
                    column(category.attribute() + "=" + category.value(), taken),
                    "Whether attribute " + plain,
                    "0/1",
                    "1 if %s = '%s' else 0".formatted(category.attribute(), category.value()),
                    "absent",
                    plain));
        }
        this.features = List.copyOf(list);
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Map<String, String> attributes = known.getAccount().attributes();
        int i = at;
        for (String name : catalogue.numeric()) {
            out[i++] = number(attributes.get(name));
        }
        for (AttributeCatalogue.Category category : catalogue.categories()) {
            String value = attributes.get(category.attribute());
            out[i++] = value == null ? Float.NaN : value.equals(category.value()) ? 1f : 0f;
        }
    }

    private static String plain(String attribute) {
        return attribute.replaceFirst("^x_", "").replace('_', ' ');
    }

    /** A column name in plain characters; values that look the same in them are numbered. */
    private static String column(String name, Set<String> taken) {
        String plain = name.replaceAll("[^A-Za-z0-9_=.-]", "_");
        String column = plain;
        for (int number = 2; !taken.add(column); number++) {
            column = plain + "_" + number;
        }
        return column;
    }

    private static float number(@Nullable String text) {
        return text == null ? Float.NaN : AttributeNumber.parse(text);
    }
}
