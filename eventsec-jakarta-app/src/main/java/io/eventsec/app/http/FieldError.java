package io.eventsec.app.http;

/**
 * What is wrong with one value of a request.
 *
 * @param field which
 * @param value what was given; never a secret
 * @param rule what it broke
 * @param cure what to do
 */
public record FieldError(String field, String value, String rule, String cure) {}
