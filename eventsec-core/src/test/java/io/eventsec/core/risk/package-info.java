@NullMarked
package io.eventsec.core.risk;

import org.jspecify.annotations.NullMarked;
