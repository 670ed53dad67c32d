package io.squeezelab.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Bind;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
class DjlBlockTest {
  private static final Dims MAP = new Dims(16, 5, 4);
  private static final Attention SE =
      Bind.inline(Attention.class, "{excite: {type: bottleneck, reduction: 2}}");

  @BeforeAll
  static void engine() {
    Torch.start(Hardware.CPU, 1);
  }

  @Test
  void givesWhatTheLayerGives() {
    Parameters declared = new Parameters();
    Layer layer = SE.block(declared.scope(), MAP);
    DjlBlock block = DjlBlock.of(scope -> SE.block(scope, MAP), MAP, 7);
    try (Weights weights = new Weights(declared, Hardware.CPU, 7);
        NDManager manager = weights.manager().newSubManager()) {
      NDArray x = manager.randomNormal(new Shape(3, 16, 5, 4));
      block.initialize(manager, ai.djl.ndarray.types.DataType.FLOAT32, x.getShape());
      NDArray ours = layer.forward(weights.evaluating(manager), x);
      var store = new ai.djl.training.ParameterStore(manager, false);
      NDArray theirs = block.forward(store, new NDList(x), false).singletonOrThrow();
      assertArrayEquals(ours.toFloatArray(), theirs.toFloatArray());
      assertEquals(new Shape(3, 16, 5, 4), block.getOutputShapes(new Shape[] {x.getShape()})[0]);
    }
  }

  @Test
  void trainsWithDjlsOwnTrainer() {
    DjlBlock block = DjlBlock.of(scope -> SE.block(scope, MAP), MAP, 7);
    try (Model model = Model.newInstance("se", "PyTorch")) {
      model.setBlock(new SequentialBlock().add(block));
      try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()))) {
        trainer.initialize(new Shape(2, 16, 5, 4));
        Parameter down = block.getParameters().get("excite.down.weight");
        float[] before = down.getArray().toFloatArray();
        NDArray x = trainer.getManager().randomNormal(new Shape(2, 16, 5, 4));
        try (GradientCollector gradients = trainer.newGradientCollector()) {
          NDArray y = trainer.forward(new NDList(x)).singletonOrThrow();
          gradients.backward(y.sum());
        }
        trainer.step();
        assertFalse(Arrays.equals(before, down.getArray().toFloatArray())); // some unit is open
      }
    }
  }

  @Test
  void fusesAsManyMapsAsTheJoinTakes() {
    Attention three =
        Bind.inline(Attention.class, "{type: multi-input-se, from: {type: given, count: 3}}");
    Parameters declared = new Parameters();
    Join join = three.join(declared.scope(), MAP);
    DjlBlock block = DjlBlock.of(scope -> three.join(scope, MAP), MAP, three.inputs(), 7);
    try (Weights weights = new Weights(declared, Hardware.CPU, 7);
        NDManager manager = weights.manager().newSubManager()) {
      Shape shape = new Shape(3, 16, 5, 4);
      NDList maps = new NDList();
      for (int i = 0; i < 3; i++) {
        maps.add(manager.randomNormal(shape));
      }
      block.initialize(manager, ai.djl.ndarray.types.DataType.FLOAT32, shape, shape, shape);
      NDArray ours = join.forward(weights.evaluating(manager), maps);
      var store = new ai.djl.training.ParameterStore(manager, false);
      NDArray theirs = block.forward(store, maps, false).singletonOrThrow();
      assertArrayEquals(ours.toFloatArray(), theirs.toFloatArray());
      assertEquals(shape, block.getOutputShapes(new Shape[] {shape, shape, shape})[0]);
      NDList two = maps.subNDList(1);
      assertThrows(IllegalArgumentException.class, () -> block.forward(store, two, false));
    }
  }
}
