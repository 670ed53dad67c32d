package io.squeezelab.export;

import io.squeezelab.results.Result;

/** Runs on an MLflow tracking server, one a trial, in an experiment of the sweep's name. */
public final class Mlflow implements Sink {
  private final String uri;
  private final String experiment;

  public Mlflow(String uri, String experiment) {
    this.uri = uri;
    this.experiment = experiment;
  }

  @Override
  public String name() {
    return "MLflow " + uri;
  }

  @Override
  public void put(Result result) {
    throw new UnsupportedOperationException("not yet: " + experiment);
  }
}
