package io.arrears.serving.http;

import io.javalin.http.Handler;

/** One line of the route table: what is called, by whom, what it does and who answers. */
public record Route(Method method, String path, Access access, Operation operation, Handler handler) {
    public static Route get(String path, Access access, Operation operation, Handler handler) {
        return new Route(Method.GET, path, access, operation, handler);
    }

    public static Route post(String path, Access access, Operation operation, Handler handler) {
        return new Route(Method.POST, path, access, operation, handler);
    }
}
