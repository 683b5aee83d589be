package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The book's own {@code x_} attributes. */
final class AttributeFeatures implements FeatureFamily {
    private final AttributeCatalogue catalogue;
    private final List<Feature> features;

    AttributeFeatures(AttributeCatalogue catalogue) {
        this.catalogue = catalogue;
        List<Feature> list = new ArrayList<>();
        for (String name : catalogue.numeric()) {
            String plain = name.substring(2).replace('_', ' ');
            list.add(new Feature(name, "Attribute " + plain, "as given", "value of " + name, "absent", plain));
        }
        for (AttributeCatalogue.Category category : catalogue.categories()) {
            String plain = category.attribute().substring(2).replace('_', ' ') + " is " + category.value();
            list.add(new Feature(
                    category.attribute() + "=" + category.value().replaceAll("[^A-Za-z0-9_.-]", "_"),
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

    private static float number(@Nullable String text) {
        if (text == null) {
            return Float.NaN;
        }
        try {
            float value = Float.parseFloat(text);
            return Float.isInfinite(value) ? Float.NaN : value;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }
}
