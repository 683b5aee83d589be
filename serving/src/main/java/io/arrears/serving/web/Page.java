package io.arrears.serving.web;

import io.arrears.serving.http.Access;
import java.util.List;

/**
 * A page of the dashboards.
 *
 * @param name of its HTML fragment and its module
 * @param question what the reader comes with; stands under the title
 * @param inMenu whether it is an entry of the navigation
 */
record Page(String name, String path, String title, String question, Access access, boolean inMenu) {
    static final List<Page> ALL = List.of(
            new Page("today", "/", "Today", "How are we doing, and what needs me?", Access.FIGURES, true),
            new Page("ageing", "/ageing", "Ageing and roll", "Where does the book move?", Access.FIGURES, true),
            new Page(
                    "channels",
                    "/channels",
                    "Channels and agents",
                    "What works, what is allowed, who needs help?",
                    Access.FIGURES,
                    true),
            new Page("worklist", "/worklist", "Work list", "Whom now, and how?", Access.ACCOUNTS, true),
            new Page("models", "/models", "Models", "Can I trust the scores?", Access.MODELS, true),
            new Page("data", "/data", "Data", "Can I trust the numbers?", Access.FIGURES, true),
            new Page("account", "/accounts/{id}", "Account", "Why this one?", Access.ACCOUNTS, false));
}
