@NullMarked
package io.eventsec.app.metrics;

import org.jspecify.annotations.NullMarked;
