/** {@code eventsec normalize}: log files to the Elastic Common Schema. */
@NullMarked
package io.eventsec.cli.normalize;

import org.jspecify.annotations.NullMarked;
