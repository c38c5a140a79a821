/** Small programs that embed the SDK. */
@NullMarked
package io.eventsec.examples;

import org.jspecify.annotations.NullMarked;
