package io.arrears.serving.web;

import io.arrears.serving.http.Access;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** The pages of the dashboards and what they load from {@code /static}. */
public final class WebRoutes implements RouteSource {
    private final Frame frame = new Frame();

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Page page : Page.ALL) {
            routes.add(Route.get(
                    page.path(), page.access(), Operation.page(page.name() + "Page", page.title()), html(page)));
        }
        routes.add(Route.get(
                "/static/<path>", Access.ANYONE, Operation.page("asset", "Styles and modules"), WebRoutes::asset));
        return routes;
    }

    private Handler html(Page page) {
        String document = frame.render(page);
        return ctx -> ctx.html(document);
    }

    /** Browsers keep assets but ask each time whether they changed: a new release shows at once. */
    private static void asset(Context ctx) {
        String path = ctx.pathParam("path");
        byte[] content = Assets.find(path)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "the pages load nothing of that name"));
        CRC32C sum = new CRC32C();
        sum.update(content);
        String tag = "\"%x-%d\"".formatted(sum.getValue(), content.length);
        ctx.header("Cache-Control", "no-cache").header("ETag", tag);
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(Assets.mediaType(path)).result(content);
        }
    }
}
