package io.eventsec.app.config;

import java.util.List;

/**
 * Settings that belong together.
 *
 * @param title of their part of the reference
 * @param about what they are for, in Markdown
 * @param settings in the order of the reference
 */
record Area(String title, String about, List<Setting<?>> settings) {}
