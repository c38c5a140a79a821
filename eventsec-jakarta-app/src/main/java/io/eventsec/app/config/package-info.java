/**
 * Settings: what may be configured, read and checked once at the start. Each area is a record that
 * declares its own; docs/CONFIGURATION.md is made of these declarations.
 */
@NullMarked
package io.eventsec.app.config;

import org.jspecify.annotations.NullMarked;
