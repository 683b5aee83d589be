package io.arrears.serving.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.web.Browsing.Reader;
import io.arrears.serving.web.Browsing.Window;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages show when there is nothing yet, when a call fails, when the figures are old, and in the other theme. */
final class DashboardStatesIT {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 18);
    private static final Reader AT_A_DESK = new Reader(1440, ColorScheme.LIGHT, AS_OF);
    private static final String FAILURE =
            "{\"code\":\"unavailable\",\"title\":\"The service can't answer now\",\"detail\":\"the mart is busy\"}";

    private static final Optional<Path> CHROMIUM = Chromium.find(System.getenv());

    @TempDir
    private Path folder;

    @BeforeEach
    void needsABrowser() {
        assumeTrue(CHROMIUM.isPresent(), "no Chromium on this machine: install it, or name it in ARREARS_CHROMIUM");
    }

    private interface Visit {
        void to(Window window, String address);
    }

    private void visit(Reader reader, Visit visit) {
        try (TestService service = TestService.start(folder);
                Browsing browsing = Browsing.start(CHROMIUM.orElseThrow());
                Window window = browsing.window(reader)) {
            visit.to(window, service.address());
        }
    }

    @Test
    void withoutAMartEveryPageSaysWhichVerbToRun() {
        visit(AT_A_DESK, (window, address) -> {
            for (String path :
                    List.of("/", "/ageing", "/channels", "/worklist", "/models", "/data", "/accounts/A-0001")) {
                window.open(address + path);
                assertThat(window.text("main"))
                        .contains("Nothing is published yet")
                        .contains("./arrears demo")
                        .contains("./arrears run");
            }
            window.screenshot("empty-1440-light");
        });
    }

    @Test
    void aFailedBlockShowsItsCodeAndComesBackOnRetry() {
        MartFixture.publish(new Home(folder), "r1", AS_OF);
        visit(AT_A_DESK, (window, address) -> {
            window.page()
                    .route(
                            "**/v1/kpis/collected_weekly",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(503)
                                    .setContentType("application/problem+json")
                                    .setBody(FAILURE)));
            window.open(address + "/");
            assertThat(window.text("#weekly")).contains("the mart is busy").contains("unavailable");
            assertThat(window.page().locator("[data-state=error]").count()).isEqualTo(1);
            window.screenshot("error-1440-light");
            window.page().unroute("**/v1/kpis/collected_weekly");
            window.page().locator("#weekly button").click();
            window.page().waitForSelector("#weekly .plot canvas");
            window.assertFinished();
        });
    }

    @Test
    void anAccountThatIsNotThereIsSaid() {
        MartFixture.publish(new Home(folder), "r1", AS_OF);
        visit(AT_A_DESK, (window, address) -> {
            window.open(address + "/accounts/nobody");
            assertThat(window.text("main")).contains("There is no such account");
        });
    }

    @Test
    void aFilterTheBookDoesNotHoldOffersTheWholeBook() {
        MartFixture.publish(new Home(folder), "r1", AS_OF);
        visit(AT_A_DESK, (window, address) -> {
            window.open(address + "/?segment=atlantis");
            assertThat(window.text("main")).contains("invalid_parameter");
            window.page().click("text=Show the whole book");
            window.settle();
            window.assertFinished();
        });
    }

    @Test
    void oldFiguresCarryABannerAndFreshOnesDoNot() {
        MartFixture.publish(new Home(folder), "r1", AS_OF);
        visit(AT_A_DESK, (window, address) -> {
            window.open(address + "/");
            assertThat(window.page().locator("#banner").isVisible()).isFalse();
        });
        visit(new Reader(1440, ColorScheme.LIGHT, AS_OF.plusDays(10)), (window, address) -> {
            window.open(address + "/");
            assertThat(window.text("#banner")).contains("18 Jun 2026").contains("10 days ago");
            assertThat(window.text("#alerts")).contains("10 days old");
        });
    }

    @Test
    void theThemeChosenByHandOutlivesTheVisit() {
        MartFixture.publish(new Home(folder), "r1", AS_OF);
        visit(AT_A_DESK, (window, address) -> {
            window.open(address + "/");
            window.page().click("#theme");
            window.open(address + "/ageing");
            assertThat(window.page().getAttribute("html", "data-theme")).isEqualTo("dark");
            assertThat(window.page().evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(16, 19, 23)");
        });
    }

    @Test
    void theMenuFoldsOnAPhone() {
        MartFixture.publish(new Home(folder), "r1", AS_OF);
        visit(new Reader(360, ColorScheme.LIGHT, AS_OF), (window, address) -> {
            window.open(address + "/");
            window.assertFinished();
            assertThat(window.page().locator("#menu").isVisible()).isFalse();
            window.page().click(".menu-button");
            assertThat(window.page().locator("#menu").isVisible()).isTrue();
        });
    }
}
