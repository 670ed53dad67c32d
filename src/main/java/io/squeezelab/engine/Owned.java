package io.squeezelab.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * Arrays made from Java's numbers in memory that the engine owns and frees when they are closed.
 * What {@code NDManager.create} makes lies in a Java buffer instead: views of it read freed memory
 * once it is closed, and the memory stays taken until the garbage collector finds the buffer.
 */
public final class Owned {
  private Owned() {}

  public static NDArray of(NDManager manager, float[] numbers, long... shape) {
    return of(manager, DataType.FLOAT32, new Shape(shape), b -> b.asFloatBuffer().put(numbers));
  }

  public static NDArray of(NDManager manager, long[] numbers, long... shape) {
    return of(manager, DataType.INT64, new Shape(shape), b -> b.asLongBuffer().put(numbers));
  }

  /**
   * An array on the manager's device.
   *
   * @param fill writes its numbers in row-major order, in this machine's byte order, over zeros
   */
  public static NDArray of(
      NDManager manager, DataType type, Shape shape, Consumer<ByteBuffer> fill) {
    try (NDManager host = manager.newSubManager(Device.cpu())) {
      NDArray array = host.zeros(shape, type);
      fill.accept(array.toByteBuffer(true).order(ByteOrder.nativeOrder()));
      NDArray there = array.toDevice(manager.getDevice(), false);
      there.attach(manager);
      return there;
    }
  }
}
