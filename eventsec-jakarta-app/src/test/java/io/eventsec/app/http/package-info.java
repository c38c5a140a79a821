@NullMarked
package io.eventsec.app.http;

import org.jspecify.annotations.NullMarked;
