/**
 * The tree of a Sigma rule's detection section, with every modifier already applied to its value.
 */
@NullMarked
package io.eventsec.core.sigma.ast;

import org.jspecify.annotations.NullMarked;
