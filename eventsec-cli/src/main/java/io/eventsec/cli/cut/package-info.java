/** Parts of a growing file as batches of records, the same ones whenever the same part is cut. */
@NullMarked
package io.eventsec.cli.cut;

import org.jspecify.annotations.NullMarked;
