/** Which servers the tests get, and from where; nobody else's. */
@NullMarked
package io.eventsec.embedded.test.internal;

import org.jspecify.annotations.NullMarked;
