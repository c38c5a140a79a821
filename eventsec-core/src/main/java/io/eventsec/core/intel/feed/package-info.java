/**
 * Feeds of indicators: {@link io.eventsec.core.intel.feed.StixReader}, {@link
 * io.eventsec.core.intel.feed.MispReader}, {@link io.eventsec.core.intel.feed.CsvReader} and {@link
 * io.eventsec.core.intel.feed.ListReader} read them in one pass and bounded memory, and report what
 * they left out and why. What is bad stops nothing that comes after it.
 */
@NullMarked
package io.eventsec.core.intel.feed;

import org.jspecify.annotations.NullMarked;
