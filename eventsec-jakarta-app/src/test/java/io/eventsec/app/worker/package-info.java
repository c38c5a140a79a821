@NullMarked
package io.eventsec.app.worker;

import org.jspecify.annotations.NullMarked;
