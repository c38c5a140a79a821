/** Tests of normalising. */
@NullMarked
package io.eventsec.cli.normalize;

import org.jspecify.annotations.NullMarked;
