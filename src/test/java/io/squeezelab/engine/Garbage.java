package io.squeezelab.engine;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** What a long training does to memory, at the moment where a test needs it. */
public final class Garbage {
  private Garbage() {}

  /**
   * Collects garbage, waits until the memory of dead direct buffers is free, and writes NaN over
   * it: a number that the engine still reads there cannot pass unseen.
   */
  public static void collect() {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    Reference<Object> sentinel = new PhantomReference<>(new Object(), queue);
    System.gc();
    try {
      if (queue.remove(5000) != sentinel) {
        throw new AssertionError("nothing was collected");
      }
      Thread.sleep(1); // the buffers are freed by the same thread, perhaps after the sentinel
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    List<ByteBuffer> written = new ArrayList<>();
    for (int size = 4; size <= 64; size *= 2) {
      for (int i = 0; i < 200; i++) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
        while (buffer.hasRemaining()) {
          buffer.putFloat(Float.NaN);
        }
        written.add(buffer);
      }
    }
    Reference.reachabilityFence(written);
  }
}
