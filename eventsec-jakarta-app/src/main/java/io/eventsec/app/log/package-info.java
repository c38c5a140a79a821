/** The catalogue of what is logged, correlation ids, and text from outside made safe to log. */
@NullMarked
package io.eventsec.app.log;

import org.jspecify.annotations.NullMarked;
