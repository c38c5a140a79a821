/** The REST resources of the console and their JSON. */
@NullMarked
package io.eventsec.app.api;

import org.jspecify.annotations.NullMarked;
