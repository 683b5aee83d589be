package io.arrears.serving.http;

import java.util.ArrayList;
import java.util.List;

/**
 * What a route does, as documented at /openapi: built by hand beside its handler.
 *
 * <pre>
 * Operation.of("listKpis", "kpis", "Every KPI with its newest value")
 *     .query("from", "string", "First day, YYYY-MM-DD")
 *     .gives("KpiList").givesPlain(Content.CSV)
 *     .fails(ProblemCode.INVALID_PARAMETER)
 * </pre>
 *
 * @param id unique name of the operation
 * @param tag the feature it belongs to
 * @param problems problem codes beyond those every route may give
 */
public record Operation(
        String id,
        String tag,
        String summary,
        List<Parameter> queries,
        List<Content> takes,
        List<Content> gives,
        List<ProblemCode> problems) {
    /** The tag of pages, which /openapi leaves out. */
    public static final String PAGES = "pages";

    public Operation {
        queries = List.copyOf(queries);
        takes = List.copyOf(takes);
        gives = List.copyOf(gives);
        problems = List.copyOf(problems);
    }

    public static Operation of(String id, String tag, String summary) {
        return new Operation(id, tag, summary, List.of(), List.of(), List.of(), List.of());
    }

    /** A page for people: answers HTML and is not part of /openapi. */
    public static Operation page(String id, String summary) {
        return of(id, PAGES, summary).givesPlain("text/html");
    }

    public Operation query(String name, String type, String description) {
        return new Operation(
                id, tag, summary, plus(queries, new Parameter(name, type, description)), takes, gives, problems);
    }

    /** Takes a JSON body of a named schema. */
    public Operation takes(String schema) {
        return takesContent(new Content(Content.JSON, schema));
    }

    /** Takes a body that is not JSON. */
    public Operation takesPlain(String mediaType) {
        return takesContent(new Content(mediaType, null));
    }

    /** Answers JSON of a named schema. */
    public Operation gives(String schema) {
        return givesContent(new Content(Content.JSON, schema));
    }

    /** Answers something that is not JSON. */
    public Operation givesPlain(String mediaType) {
        return givesContent(new Content(mediaType, null));
    }

    public Operation fails(ProblemCode... codes) {
        List<ProblemCode> all = new ArrayList<>(problems);
        all.addAll(List.of(codes));
        return new Operation(id, tag, summary, queries, takes, gives, all);
    }

    /** Whether it is a page for people. */
    public boolean isPage() {
        return tag.equals(PAGES);
    }

    private Operation takesContent(Content content) {
        return new Operation(id, tag, summary, queries, plus(takes, content), gives, problems);
    }

    private Operation givesContent(Content content) {
        return new Operation(id, tag, summary, queries, takes, plus(gives, content), problems);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }
}
