package io.arrears.serving.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** An RFC 9457 problem as sent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type, String code, String title, int status, String detail, String instance, List<FieldError> errors) {
    static Problem of(ProblemCode code, String detail, String instance, List<FieldError> errors) {
        return new Problem("/docs#" + code.code(), code.code(), code.title(), code.status(), detail, instance, errors);
    }
}
