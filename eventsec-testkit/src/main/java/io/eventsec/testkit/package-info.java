/** Contract tests of the ports, to be extended by the tests of an adapter, and test data. */
@NullMarked
package io.eventsec.testkit;

import org.jspecify.annotations.NullMarked;
