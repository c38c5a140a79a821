/** What is done every so often, by one node at a time: on EJB timers, leased in the database. */
@NullMarked
package io.eventsec.app.timer;

import org.jspecify.annotations.NullMarked;
