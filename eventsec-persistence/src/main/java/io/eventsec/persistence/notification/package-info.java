/** What users are told of what others do. */
@NullMarked
package io.eventsec.persistence.notification;

import org.jspecify.annotations.NullMarked;
