/** Tests of the rules and of the sample capture. */
@NullMarked
package io.eventsec.rules;

import org.jspecify.annotations.NullMarked;
