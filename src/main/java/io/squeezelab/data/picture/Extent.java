package io.squeezelab.data.picture;

/** Width and height of a picture as it is stored, in pixels; a camera's rotation is not applied. */
public record Extent(int width, int height) {}
