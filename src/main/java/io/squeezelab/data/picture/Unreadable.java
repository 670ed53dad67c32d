package io.squeezelab.data.picture;

import java.io.IOException;

/** A file that is no picture, or a damaged one; the message is the reason, without the file. */
public final class Unreadable extends IOException {
  private static final long serialVersionUID = 1;

  public Unreadable(String reason) {
    super(reason);
  }

  Unreadable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
