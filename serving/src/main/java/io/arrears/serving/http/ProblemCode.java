package io.arrears.serving.http;

import io.arrears.model.account.Coded;

/** The stable codes of problem answers: a client may rely on code and status, texts may improve. */
public enum ProblemCode implements Coded {
    MALFORMED_JSON(400, "The body is no JSON"),
    MALFORMED_ARROW(400, "The body is no Arrow stream of account_id"),
    INVALID_PARAMETER(400, "A parameter of the query or path is not valid"),
    UNAUTHENTICATED(401, "A valid API key is needed"),
    FORBIDDEN(403, "The key's role may not call this"),
    FOREIGN_ORIGIN(403, "Called from another site"),
    NOT_FOUND(404, "There is no such address"),
    UNKNOWN_ACCOUNT(404, "The service knows no such account"),
    UNKNOWN_DECISION(404, "The record holds no such decision"),
    UNKNOWN_MODEL(404, "The registry holds no such model"),
    UNKNOWN_QUEUE(404, "The plan has no such queue"),
    UNKNOWN_KPI(404, "The ledger has no such KPI"),
    METHOD_NOT_ALLOWED(405, "The address exists, the method doesn't"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be given"),
    CONFLICT(409, "It contradicts what is recorded"),
    GATE_REFUSED(409, "The gate does not let the model pass"),
    NO_MODEL_BEFORE(409, "No champion came before this one"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not understood"),
    INVALID_INPUT(422, "Fields of the body are not valid"),
    NOT_SCORABLE(422, "The account can't be scored"),
    NOT_OPEN(422, "The account has nothing to collect"),
    INTERNAL(500, "The service failed"),
    NOTHING_PUBLISHED(503, "Nothing is published yet"),
    NO_MODEL(503, "No model is in force"),
    NO_STRATEGY(503, "The published run has no strategy"),
    UNAVAILABLE(503, "The service can't answer now");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
