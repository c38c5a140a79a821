@NullMarked
package io.eventsec.app.log;

import org.jspecify.annotations.NullMarked;
