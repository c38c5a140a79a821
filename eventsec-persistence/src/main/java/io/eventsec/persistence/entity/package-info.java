/** JPA entities. Public for the repositories of this module and for nobody else. */
@NullMarked
package io.eventsec.persistence.entity;

import org.jspecify.annotations.NullMarked;
