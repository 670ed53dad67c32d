package io.squeezelab.trial;

import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.ForthAndBack;
import io.squeezelab.layer.ForthAndBack.Gradients;
import io.squeezelab.layer.ForthAndBack.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run of a specimen gives, by name.
 *
 * @param inputs names of what it takes
 */
record Answers(Parameters parameters, List<String> inputs) {

  Map<String, Tensor> of(ForthAndBack module, Specimen.Request request) {
    Map<String, Tensor> found = new LinkedHashMap<>();
    if (request.cotangent() == null) {
      found.put("y", module.forth(request.inputs(), request.training()));
    } else {
      back(module, request, found);
    }
    if (request.training()) {
      Map<String, float[]> after = module.weights().copy();
      parameters.buffers().forEach(p -> found.put("after." + p.name(), tensor(p, after)));
    }
    return found;
  }

  private void back(ForthAndBack module, Specimen.Request request, Map<String, Tensor> found) {
    Gradients all = module.back(request.inputs(), request.cotangent(), request.training());
    found.put("y", all.y());
    for (int i = 0; i < inputs.size(); i++) {
      Tensor its = new Tensor(all.ofInputs().get(i), request.inputs().get(i).shape());
      found.put("grad." + inputs.get(i), its);
    }
    for (Parameter p : parameters.trained()) {
      found.put("grad.param." + p.name(), tensor(p, all.ofParameters()));
    }
  }

  private static Tensor tensor(Parameter p, Map<String, float[]> numbers) {
    return new Tensor(numbers.get(p.name()), p.shape().toArray());
  }
}
