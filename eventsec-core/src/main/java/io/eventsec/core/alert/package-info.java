/**
 * Alerts: what a rule's match becomes for people, with an identity that does not depend on when it
 * was found.
 */
@NullMarked
package io.eventsec.core.alert;

import org.jspecify.annotations.NullMarked;
