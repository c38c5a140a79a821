/** Tests of templates. */
@NullMarked
package io.eventsec.core.ingest.template;

import org.jspecify.annotations.NullMarked;
