package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field of the trial that is set.
 *
 * @param path as written; it may be short for the field's
 * @param origin where the file says so
 */
record Change(String path, JsonNode value, String origin) {}
