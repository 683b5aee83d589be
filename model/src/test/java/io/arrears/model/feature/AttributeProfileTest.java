package io.arrears.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.feature.AttributeCatalogue.Category;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AttributeProfileTest {
    @Test
    void numbersStayNumbersAndCodesBecomeCategories() {
        AttributeCatalogue catalogue = catalogueOf(List.of(
                Map.of("x_income", "1200.50", "x_region", "north", "audit_sex", "f"),
                Map.of("x_income", "-3e2", "x_region", "south", "audit_sex", "m"),
                Map.of("x_region", "north", "x_grade", "1d")));

        assertThat(catalogue.numeric()).containsExactly("x_income");
        assertThat(catalogue.categories())
                .containsExactly(
                        new Category("x_grade", "1d"),
                        new Category("x_region", "north"),
                        new Category("x_region", "south"));
    }

    @Test
    void oneValueThatIsNoFiniteNumberMakesACategory() {
        for (String value : List.of("n/a", "NaN", "Infinity", "1e99", "0x1p3", "")) {
            assertThat(catalogueOf(List.of(Map.of("x_a", "1"), Map.of("x_a", value)))
                            .numeric())
                    .as(value)
                    .isEmpty();
        }
    }

    @Test
    void aValueNeedsOnePercentOfTheAccounts() {
        List<Map<String, String>> rows = new ArrayList<>(Collections.nCopies(197, Map.of()));
        rows.add(Map.of("x_a", "twice"));
        rows.add(Map.of("x_a", "twice"));
        rows.add(Map.of("x_a", "once"));

        assertThat(catalogueOf(rows).categories()).containsExactly(new Category("x_a", "twice"));
    }

    @Test
    void anAttributeHasEightCategoriesAtMost() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (char value = 'a'; value <= 'k'; value++) {
            rows.addAll(Collections.nCopies(value == 'k' ? 2 : 1, Map.of("x_a", String.valueOf(value))));
        }

        assertThat(catalogueOf(rows).categories())
                .extracting(Category::value)
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "k");
    }

    @Test
    void identifiersAndFreeTextBecomeNothing() {
        AttributeProfile profile = new AttributeProfile();
        for (int i = 0; i <= AttributeProfile.MOST_VALUES; i++) {
            profile.add(account(Map.of("x_id", "id-" + i, "x_number", String.valueOf(i))));
        }
        profile.add(account(Map.of("x_id", "id-1")));

        assertThat(profile.toCatalogue()).isEqualTo(new AttributeCatalogue(List.of("x_number"), List.of()));
    }

    @Property(tries = 100)
    void theOrderAndTheGroupingNeverMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int parts)
            throws IOException, ClassNotFoundException {
        Random random = new Random(seed);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(Map.of("x_a", "v" + random.nextInt(20), "x_b", String.valueOf(random.nextInt(5))));
        }
        AttributeCatalogue whole = catalogueOf(rows);
        Collections.shuffle(rows, random);
        List<AttributeProfile> profiles = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            profiles.add(new AttributeProfile());
        }
        rows.forEach(row -> profiles.get(random.nextInt(parts)).add(account(row)));
        AttributeProfile merged = new AttributeProfile();
        for (AttributeProfile profile : profiles) {
            merged.merge(copy(profile));
        }

        assertThat(merged.toCatalogue()).isEqualTo(whole);
    }

    @Test
    void valuesThatLookAlikeAsColumnNamesStayApart() {
        AttributeCatalogue catalogue = catalogueOf(List.of(Map.of("x_a", "one two"), Map.of("x_a", "one-two/")));
        AttributeCatalogue alike = new AttributeCatalogue(
                List.of(), List.of(new Category("x_a", "one two"), new Category("x_a", "one/two")));

        assertThat(new AttributeFeatures(catalogue).features())
                .extracting(Feature::name)
                .containsExactly("x_a=one_two", "x_a=one-two_");
        assertThat(FeatureBuilder.of(alike).schema().names()).contains("x_a=one_two", "x_a=one_two_2");
    }

    /** As it travels between the processes of an engine. */
    private static AttributeProfile copy(AttributeProfile profile) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(profile);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (AttributeProfile) in.readObject();
        }
    }

    private static AttributeCatalogue catalogueOf(List<Map<String, String>> rows) {
        AttributeProfile profile = new AttributeProfile();
        rows.forEach(row -> profile.add(account(row)));
        return profile.toCatalogue();
    }

    private static Account account(Map<String, String> attributes) {
        return new Account(
                new AccountId("a"),
                "debtor",
                ReceivableType.OTHER,
                Currency.getInstance("EUR"),
                0,
                AccountProfile.unknown(),
                attributes,
                0);
    }
}
