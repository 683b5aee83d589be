/**
 * The service: HTTP around the model, over what the pipeline publishes. Here stand the command, its config and the one
 * class that wires everything by hand; each feature has a package of its own. It reads the mart and the model registry
 * under the home folder, writes only the journal of events and the decision record, and knows nothing of Spark.
 */
@NullMarked
package io.arrears.serving;

import org.jspecify.annotations.NullMarked;
