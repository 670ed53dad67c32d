package io.squeezelab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Arrays made from Java's numbers are the engine's, and leave no Java buffer behind. */
@Tag("engine")
class OwnedTest {
  private NDManager manager;

  @BeforeEach
  void start() {
    Torch.start(Hardware.CPU, 1);
    manager = Torch.manager(Hardware.CPU);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void holdWhatTheyWereGiven() {
    NDArray floats = Owned.of(manager, new float[] {1.5f, -2, 3, 4}, 2, 2);
    assertEquals(new Shape(2, 2), floats.getShape());
    assertArrayEquals(new float[] {1.5f, -2, 3, 4}, floats.toFloatArray());
    assertArrayEquals(
        new long[] {1L << 40, -1}, Owned.of(manager, new long[] {1L << 40, -1}, 2).toLongArray());
    NDArray bytes = Owned.of(manager, DataType.UINT8, new Shape(3), b -> b.put(1, (byte) 200));
    assertArrayEquals(new int[] {0, 200, 0}, bytes.toUint8Array());
    assertEquals(3, manager.getManagedArrays().size());
  }

  @Test
  void viewsOutliveTheArrayAndGarbage() {
    NDArray array = Owned.of(manager, new float[] {1, 2, 3, 4}, 4);
    NDArray view = array.get("1:3");
    array.close();
    Garbage.collect();
    assertArrayEquals(new float[] {2, 3}, view.toFloatArray());
  }

  @Test
  void takeNoJavaMemoryOutsideTheHeap() {
    Garbage.collect();
    long before = direct();
    Owned.of(manager, new float[1 << 20], 1 << 20);
    assertTrue(direct() < before + (1 << 20));
    manager.create(new float[1 << 20]); // why not this
    assertTrue(direct() > before + (3 << 20));
  }

  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
