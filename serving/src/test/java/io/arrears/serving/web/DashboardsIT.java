package io.arrears.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.arrears.serving.web.Browsing.Reader;
import io.arrears.serving.web.Browsing.Window;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page in a real browser shows what the API says, at every width, in both themes, by mouse and by keyboard. */
final class DashboardsIT {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 18);

    private static @Nullable ServedPages started;

    @BeforeAll
    static void start(@TempDir Path folder) {
        started = ServedPages.find(folder, AS_OF).orElse(null);
    }

    @BeforeEach
    void needsABrowser() {
        ServedPages.assumeHere(started);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    private static ServedPages pages() {
        return Objects.requireNonNull(started, "no browser, no pages");
    }

    private static Window show(String path) {
        return pages().show(path);
    }

    private static JsonNode api(String path) {
        return pages().api(path);
    }

    private static String firstAccount() {
        return api("/v1/worklists/all?limit=1").at("/rows/0/account_id").asText();
    }

    private record Shown(String name, String path, int charts) {}

    static Stream<Arguments> everyPageAtEveryWidthInBothThemes() {
        List<Shown> pages = List.of(
                new Shown("today", "/", 1),
                new Shown("ageing", "/ageing", 7),
                new Shown("channels", "/channels", 10),
                new Shown("worklist", "/worklist", 0),
                new Shown("account", "/accounts/first", 1),
                new Shown("models", "/models", 5),
                new Shown("data", "/data", 0));
        return pages.stream()
                .flatMap(page -> Stream.of(1440, 768, 375)
                        .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(page.name(), page.path(), page.charts(), width, scheme))));
    }

    @ParameterizedTest(name = "{0} at {3} px, {4}")
    @MethodSource("everyPageAtEveryWidthInBothThemes")
    void aPageIsWholeAndSilent(String name, String path, int charts, int width, ColorScheme scheme) {
        String address = path.replace("first", firstAccount());
        Window window = pages().turnTo(new Reader(width, scheme, AS_OF), address);
        window.screenshot("%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)));
        window.assertFinished();
        window.assertChartsDrawn(charts);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void tilesShowTheNewestValuesOfTheApi() {
        try (Window window = show("/")) {
            JsonNode kpis = api("/v1/kpis").get("kpis");
            List<Locator> tiles = window.page().locator(".tile").all();
            assertThat(tiles).hasSize(8);
            for (Locator tile : tiles) {
                JsonNode kpi = summary(kpis, tile.getAttribute("data-kpi"));
                assertThat(new BigDecimal(tile.locator(".value").getAttribute("data-value")))
                        .isEqualByComparingTo(kpi.at("/latest/value").decimalValue());
                assertThat(tile.locator("h2").innerText())
                        .isEqualTo(kpi.at("/kpi/title").asText());
            }
            double open = summary(kpis, "open_balance").at("/latest/value").asDouble();
            assertThat(window.text("[data-kpi=open_balance] .value"))
                    .isEqualTo(String.format(Locale.ROOT, "€%.1fk", open / 1000));
        }
    }

    private static JsonNode summary(JsonNode kpis, String name) {
        for (JsonNode kpi : kpis) {
            if (kpi.at("/kpi/name").asText().equals(name)) {
                return kpi;
            }
        }
        throw new AssertionError("no KPI " + name);
    }

    @Test
    void aDefinitionOpensAndClosesByKeyboard() {
        try (Window window = show("/")) {
            Locator info = window.page().locator("[data-kpi=cure_rate_30] .info");
            info.focus();
            window.page().keyboard().press("Enter");
            String definition = summary(api("/v1/kpis").get("kpis"), "cure_rate_30")
                    .at("/kpi/definition")
                    .asText();
            assertThat(window.text(".popover")).contains(definition);
            window.page().keyboard().press("Escape");
            assertThat(window.page().locator(".popover").count()).isZero();
            assertThat(info.evaluate("(button) => button === document.activeElement"))
                    .isEqualTo(true);
        }
    }

    @Test
    void theTableBehindAChartHoldsTheRowsOfTheApi() {
        try (Window window = show("/ageing")) {
            window.page().locator("#waterfall .tools button", text("Table")).click();
            JsonNode rows = api("/v1/kpis/waterfall").get("rows");
            Locator lines = window.page().locator("#waterfall tbody tr");
            assertThat(lines.count()).isEqualTo(rows.size());
            assertThat(lines.first().innerText())
                    .contains(grouped(rows.get(rows.size() - 1).get("closing")));
        }
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static String grouped(JsonNode amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.decimalValue());
    }

    @Test
    void aFilterStaysInTheAddressFromPageToPage() {
        try (Window window = show("/")) {
            window.page().selectOption("select[name=segment]", "north");
            window.page().waitForURL("**/?segment=north");
            window.settle();
            JsonNode north =
                    api("/v1/kpis?names=past_due_balance&segment=north").at("/kpis/0/latest/value");
            assertThat(window.page().getAttribute("[data-kpi=past_due_balance] .value", "title"))
                    .isEqualTo("€" + grouped(north));
            window.page().locator(".side a", text("Ageing")).click();
            window.page().waitForURL("**/ageing?segment=north");
            window.settle();
            assertThat(window.page().inputValue("select[name=segment]")).isEqualTo("north");
        }
    }

    @Test
    void theWorkListIsThatOfTheApiPageByPage() {
        try (Window window = show("/worklist")) {
            JsonNode list = api("/v1/worklists/all?limit=25");
            Locator rows = window.page().locator("#list tbody tr");
            assertThat(rows.count()).isEqualTo(list.get("rows").size());
            assertThat(rows.first().innerText())
                    .contains(list.at("/rows/0/account_id").asText())
                    .contains(grouped(list.at("/rows/0/net_value")));
            assertThat(window.text("#count")).startsWith(list.get("total").asText());
            window.page().locator("#pager button", text("Next")).click();
            String second = api("/v1/worklists/all?limit=1&after=" + list.get("next"))
                    .at("/rows/0/account_id")
                    .asText();
            window.page().waitForSelector("#list tbody tr:first-child a >> text=" + second);
        }
    }

    @Test
    void theWorkListGoesByKeyboard() {
        try (Window window = show("/worklist")) {
            window.page().keyboard().press("j");
            window.page().keyboard().press("j");
            window.page().keyboard().press("k");
            window.page().keyboard().press("j");
            String second =
                    api("/v1/worklists/all?limit=2").at("/rows/1/account_id").asText();
            assertThat(window.page().locator("tr:focus").innerText()).contains(second);
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**/accounts/" + second);
            window.settle();
            assertThat(window.text("h1")).contains(second);
        }
    }

    @Test
    void theWorkListIsExportedWhole() {
        try (Window window = show("/worklist")) {
            var download = window.page().waitForDownload(() -> window.page().click("#export"));
            assertThat(download.suggestedFilename()).isEqualTo("worklist-all.csv");
            assertThat(download.path())
                    .content()
                    .hasLineCount(api("/v1/worklists/all").get("total").asInt() + 1);
        }
    }

    @Test
    void anAccountShowsItsBalanceScoreArmsAndTimeline() {
        String id = firstAccount();
        try (Window window = show("/accounts/" + id)) {
            JsonNode account = api("/v1/accounts/" + id);
            assertThat(window.text("#head .figure")).contains(grouped(account.at("/balances/past_due_amount")));
            assertThat(window.text("#scores .figure"))
                    .startsWith(String.format(
                            Locale.ROOT,
                            "%.1f%%",
                            100 * account.at("/scores/pay_probability_30d").asDouble()));
            assertThat(window.page().locator("#scores .signed-bar").count())
                    .isEqualTo(account.at("/scores/reasons").size());
            assertThat(window.page().locator("#arms tbody tr").count())
                    .isEqualTo(account.at("/published/arms").size());
            assertThat(window.page().locator("#timeline tbody tr").count())
                    .isEqualTo(account.get("timeline").size());
        }
    }

    @Test
    void theFiguresAgreeWithEachOther() {
        try (Window window = show("/data")) {
            assertThat(window.text("#identities")).contains("checks hold");
            assertThat(window.page().locator("#identities .dot.bad").count()).isZero();
            assertThat(window.page().locator("#ledger tbody tr").count())
                    .isEqualTo(api("/v1/kpis").get("kpis").size());
        }
    }
}
