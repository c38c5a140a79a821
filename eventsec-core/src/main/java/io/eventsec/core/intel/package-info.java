/**
 * What is known to be bad: indicators and their one spelling, and what sources say of them.
 *
 * <p>A domain stands for all names below it too: that is what whoever publishes one means, though
 * an equation of STIX, taken by the letter, is about one name. A match says which of both it is.
 */
@NullMarked
package io.eventsec.core.intel;

import org.jspecify.annotations.NullMarked;
