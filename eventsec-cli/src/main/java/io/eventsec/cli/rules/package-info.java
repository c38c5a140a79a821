/** {@code eventsec rules}: look after rules before they run. */
@NullMarked
package io.eventsec.cli.rules;

import org.jspecify.annotations.NullMarked;
