package io.arrears.pipeline.verb;

/** A command of the product. */
interface Verb {
    /**
     * Does it.
     *
     * @throws io.arrears.pipeline.ingest.InputRejected when the input is refused: exit code 3
     * @throws WrongUsage when options or configuration are wrong: exit code 2
     */
    Result run(Progress progress) throws Exception;

    /** Whether to print one JSON object instead of lines. */
    boolean json();
}
