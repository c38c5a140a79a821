/** The rules that hold the architecture, run over the classes of every module. */
@NullMarked
package io.eventsec.architecture;

import org.jspecify.annotations.NullMarked;
