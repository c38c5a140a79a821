@NullMarked
package io.eventsec.app.api.stream;

import org.jspecify.annotations.NullMarked;
