@NullMarked
package io.eventsec.core.policy;

import org.jspecify.annotations.NullMarked;
