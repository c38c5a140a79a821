/** Alerts as people see and change them. */
@NullMarked
package io.eventsec.persistence.alert;

import org.jspecify.annotations.NullMarked;
