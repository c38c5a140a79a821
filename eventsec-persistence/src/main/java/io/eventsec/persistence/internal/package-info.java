/** JDBC transactions, failures and JSON columns of this module. */
@NullMarked
package io.eventsec.persistence.internal;

import org.jspecify.annotations.NullMarked;
