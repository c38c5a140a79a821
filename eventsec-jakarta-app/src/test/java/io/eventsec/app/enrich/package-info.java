@NullMarked
package io.eventsec.app.enrich;

import org.jspecify.annotations.NullMarked;
