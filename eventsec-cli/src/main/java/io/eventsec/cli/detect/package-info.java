/** {@code eventsec detect}: rules over files, without a server. */
@NullMarked
package io.eventsec.cli.detect;

import org.jspecify.annotations.NullMarked;
