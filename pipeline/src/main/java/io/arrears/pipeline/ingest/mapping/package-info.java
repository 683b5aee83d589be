/**
 * The language of mapping files: how a source's own columns become canonical ones. A {@link
 * io.arrears.pipeline.ingest.mapping.Mapping} is read from YAML with all errors at once; its values and conditions are
 * evaluated over the {@link io.arrears.pipeline.ingest.mapping.Fields} of one record. The room knows text, dates and
 * decimals; it knows nothing of tables, files or Spark.
 */
@NullMarked
package io.arrears.pipeline.ingest.mapping;

import org.jspecify.annotations.NullMarked;
