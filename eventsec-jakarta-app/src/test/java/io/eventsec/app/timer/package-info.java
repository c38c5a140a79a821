@NullMarked
package io.eventsec.app.timer;

import org.jspecify.annotations.NullMarked;
