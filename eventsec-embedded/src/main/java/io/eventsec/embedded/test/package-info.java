/** One PostgreSQL and one OpenSearch for all tests of a JVM, and a database for each test class. */
@NullMarked
package io.eventsec.embedded.test;

import org.jspecify.annotations.NullMarked;
