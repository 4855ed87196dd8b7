package forum.client.line;

import forum.client.catalogue.Parameter;

/**
 * Place an argument in a line.
 *
 * @param value without quotes and backslashes
 * @param from where it begins in the line, quotes included
 * @param to where it ends
 */
public record Token(Parameter parameter, String value, int from, int to) {}
