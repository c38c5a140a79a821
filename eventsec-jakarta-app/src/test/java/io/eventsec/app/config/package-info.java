@NullMarked
package io.eventsec.app.config;

import org.jspecify.annotations.NullMarked;
