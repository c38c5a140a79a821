/** What is known to be bad: indicators and their one spelling. */
@NullMarked
package io.eventsec.core.intel;

import org.jspecify.annotations.NullMarked;
