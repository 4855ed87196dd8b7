package forum.client.line;

import forum.client.catalogue.Parameter;

/**
 * Give a value for a parameter.
 *
 * @param value as typed; for a local file its path
 */
public record Argument(Parameter parameter, String value) {}
