package io.arrears.serving.web;

/** Puts a page's fragment into the frame that all pages share. */
final class Frame {
    private final String frame = Assets.page("frame");

    /** The whole HTML document of a page. */
    String render(Page page) {
        return frame.replace("{{name}}", page.name())
                .replace("{{title}}", page.title())
                .replace("{{question}}", page.question())
                .replace("{{menu}}", menu(page))
                .replace("{{main}}", Assets.page(page.name()));
    }

    private static String menu(Page current) {
        StringBuilder menu = new StringBuilder();
        for (Page page : Page.ALL) {
            if (page.inMenu()) {
                menu.append("<li><a href=\"%s\"%s>%s</a></li>"
                        .formatted(page.path(), page.equals(current) ? " aria-current=\"page\"" : "", page.title()));
            }
        }
        return menu.toString();
    }
}
