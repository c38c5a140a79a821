@NullMarked
package io.eventsec.app.health;

import org.jspecify.annotations.NullMarked;
