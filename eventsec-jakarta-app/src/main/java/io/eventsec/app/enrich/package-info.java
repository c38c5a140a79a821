/**
 * What events are told beside what they say: indicators, assets and databases of places, held in
 * memory and brought up to date beside the readers.
 */
@NullMarked
package io.eventsec.app.enrich;

import org.jspecify.annotations.NullMarked;
