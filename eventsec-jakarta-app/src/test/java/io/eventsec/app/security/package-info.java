@NullMarked
package io.eventsec.app.security;

import org.jspecify.annotations.NullMarked;
