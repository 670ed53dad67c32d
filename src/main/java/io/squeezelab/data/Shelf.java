package io.squeezelab.data;

import java.nio.file.Path;
import java.util.List;

/** The folders in which data sets are looked for, in order. */
public record Shelf(List<Path> folders) {}
