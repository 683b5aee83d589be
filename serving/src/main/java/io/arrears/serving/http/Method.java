package io.arrears.serving.http;

import io.arrears.model.account.Coded;

/** The methods routes use. */
public enum Method implements Coded {
    GET,
    POST
}
