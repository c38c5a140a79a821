@NullMarked
package io.eventsec.persistence.secret;

import org.jspecify.annotations.NullMarked;
