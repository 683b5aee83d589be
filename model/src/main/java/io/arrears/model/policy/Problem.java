package io.arrears.model.policy;

/**
 * One thing wrong in a policy file.
 *
 * @param path where, e.g. {@code arms[2].cost}
 * @param value what stands there
 * @param limit what would be allowed
 * @param fix what to write instead
 */
public record Problem(String path, String value, String limit, String fix) {
    @Override
    public String toString() {
        return "%s is %s; %s: %s".formatted(path, value, limit, fix);
    }
}
