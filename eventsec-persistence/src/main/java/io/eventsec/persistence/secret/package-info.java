/** Secrets in files, as container engines hand them out; among them the database's password. */
@NullMarked
package io.eventsec.persistence.secret;

import org.jspecify.annotations.NullMarked;
