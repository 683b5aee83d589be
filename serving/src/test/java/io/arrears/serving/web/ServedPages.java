package io.arrears.serving.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.ColorScheme;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.scores.ModelFixture;
import io.arrears.serving.web.Browsing.Reader;
import io.arrears.serving.web.Browsing.Window;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service over a published mart and registered models, and a browser in front of it. */
final class ServedPages implements AutoCloseable {
    private final TestService service;
    private final Browsing browsing;
    private final Reader atADesk;
    private final Map<Reader, Window> kept = new HashMap<>();

    private ServedPages(TestService service, Browsing browsing, LocalDate asOf) {
        this.service = service;
        this.browsing = browsing;
        this.atADesk = new Reader(1440, ColorScheme.LIGHT, asOf);
    }

    /** Empty where there is no browser. */
    static Optional<ServedPages> find(Path folder, LocalDate asOf) {
        return Chromium.find(System.getenv()).map(chromium -> {
            Home home = new Home(folder);
            MartFixture.publish(home, "r1", asOf);
            ModelFixture.register(home);
            return new ServedPages(TestService.start(folder), Browsing.start(chromium), asOf);
        });
    }

    static void assumeHere(@Nullable ServedPages pages) {
        assumeTrue(pages != null, "no Chromium on this machine: install it, or name it in ARREARS_CHROMIUM");
    }

    Window show(String path) {
        return show(atADesk, path);
    }

    Window show(Reader reader, String path) {
        Window window = browsing.window(reader);
        window.open(service.address() + path);
        return window;
    }

    /** A window that stays open between pages, which is faster; it forgets the complaints about the page before. */
    Window turnTo(Reader reader, String path) {
        Window window = kept.computeIfAbsent(reader, browsing::window);
        window.complaints().clear();
        window.open(service.address() + path);
        return window;
    }

    JsonNode api(String path) {
        return service.get(path).json();
    }

    @Override
    public void close() {
        browsing.close();
        service.close();
    }
}
