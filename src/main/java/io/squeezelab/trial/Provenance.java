package io.squeezelab.trial;

/**
 * Where a number comes from.
 *
 * @param version this project's version, and commit where it runs from a checkout
 * @param engine engine and native library: {@code PyTorch 2.7.1}
 * @param device {@code cpu}, {@code gpu:0}, with the processor's name as far as it is known
 * @param java Java version and vendor
 * @param system operating system and architecture: other processors may round differently
 * @param started when, in ISO 8601, UTC
 */
public record Provenance(
    String version, String engine, String device, String java, String system, String started) {}
