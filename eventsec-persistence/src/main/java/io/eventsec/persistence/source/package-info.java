/** What has sent batches, and when. The journal notes it as it appends. */
@NullMarked
package io.eventsec.persistence.source;

import org.jspecify.annotations.NullMarked;
