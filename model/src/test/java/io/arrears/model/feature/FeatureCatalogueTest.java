package io.arrears.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/features.md} is written from the families; {@code mvn test -Dgolden.write} writes it anew. */
final class FeatureCatalogueTest {
    private static final Path PAGE = Path.of("docs", "features.md");

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = page();
        if (Golden.isWriting()) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("out of date: run mvn test -Dgolden.write")
                .content()
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Features

                Written from the code by `FeatureCatalogueTest`; don't edit. To write it anew: `mvn test -pl model -Dgolden.write`.

                D is the as-of day: what was known at its first microsecond (or, live, at the instant of the question).
                "From D-30 on" includes day D-30. A *payment* is money received less what was taken back from it since.
                Money stands in units of the account's currency. Amounts open, paid and settled are those of the ledger: a
                payment pays the item it names, then the oldest, and what is left pays what comes next. Missing is NaN.
                The book's own `x_` attributes follow these features, as learned from the accounts known as of D.
                """);
        int count = 0;
        for (FeatureFamily family : FeatureFamilies.ALL) {
            page.append("\n## %s\n\n".formatted(title(family)));
            page.append(
                    "| name | meaning | unit | formula | missing when | a collector reads |\n|---|---|---|---|---|---|\n");
            for (Feature feature : family.features()) {
                page.append("| `%s` | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                feature.name(),
                                feature.meaning(),
                                feature.unit(),
                                feature.formula(),
                                feature.missing(),
                                feature.phrase()));
                count++;
            }
        }
        return page.append("\n%d features.\n".formatted(count)).toString();
    }

    /** {@code PaymentRhythmFeatures} becomes "Payment rhythm". */
    private static String title(FeatureFamily family) {
        String name = family.getClass().getSimpleName().replaceFirst("Features$", "");
        return name.charAt(0) + name.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
