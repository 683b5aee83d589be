package io.arrears.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A browser for tests. Whatever a page complains about (console, failed or refused request) is kept for the test. */
final class Browsing implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--headless",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Browsing(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsing start(Path chromium) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(FLAGS));
        return new Browsing(playwright, browser);
    }

    /** How a reader looks at the pages. */
    record Reader(int width, ColorScheme scheme, LocalDate today) {}

    /** A window of its own, with its complaints. */
    record Window(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {
        /** Opens an address and waits until the page has filled itself. */
        void open(String address) {
            page.navigate(address);
            settle();
        }

        /** Waits until every block shows data, or why it has none. */
        void settle() {
            page.waitForSelector("main[data-done=true]");
            page.waitForCondition(() -> page.locator("[aria-busy=true]").count() == 0);
        }

        String text(String selector) {
            return page.locator(selector).first().innerText();
        }

        /** The layout holds: nothing wider than the window, no block still waiting. */
        void assertFinished() {
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels wider than the window")
                    .isEqualTo(0);
            assertThat(page.locator(".skeleton").count())
                    .as("blocks still waiting")
                    .isZero();
            assertThat(page.locator("[data-state=error]").count())
                    .as("blocks in error")
                    .isZero();
        }

        /** Every chart has drawn something. */
        void assertChartsDrawn(int atLeast) {
            Object drawn = page.evaluate("[...document.querySelectorAll('.plot canvas')].filter((canvas) => canvas"
                    + ".getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte !== 0))"
                    + ".length");
            assertThat((Integer) drawn).isGreaterThanOrEqualTo(atLeast);
            assertThat(page.locator(".plot canvas").count()).isEqualTo(drawn);
        }

        void screenshot(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true));
        }

        @Override
        public void close() {
            context.close();
        }
    }

    Window window(Reader reader) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(reader.width(), 900)
                .setColorScheme(reader.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB"));
        Page page = context.newPage();
        page.clock().install(new Clock.InstallOptions().setTime(reader.today() + "T09:00:00Z"));
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
        return new Window(context, page, complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
