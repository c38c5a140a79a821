@NullMarked
package io.eventsec.app.api;

import org.jspecify.annotations.NullMarked;
