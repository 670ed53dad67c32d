#!/usr/bin/env bash
# Training speed of this project beside plain PyTorch: SE-ResNet-20, batch 128, on this machine's processor.
#   src/bench/speed.sh [PYTHON]      PYTHON, else $PYTHON, is a python with torch; to make one outside this folder:
#                                    python3 -m venv DIR && DIR/bin/pip install torch==2.7.1
#   ROUNDS=5 WARM_UP=10 REPEATS=5 STEPS=4 are the defaults: in each of ROUNDS rounds, every contestant is started anew,
#   runs WARM_UP steps, then REPEATS measurements of STEPS steps, whose median counts. Contestants take turns, so that a
#   machine that slows down slows all; ratios are taken within a round. Have nothing else running.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=${1:-${PYTHON:-python3}}
rounds=${ROUNDS:-5}
settings=(--warm-up "${WARM_UP:-10}" --rounds "${REPEATS:-5}" --steps "${STEPS:-4}")
"$python" -c 'import torch' 2>/dev/null || {
  echo "speed.sh: $python has no torch; see the head of this file" >&2
  exit 2
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# As workers run it: with the whole JIT, which the launcher leaves out for its short commands.
ours() {
  SQUEEZELAB_JAVA="-XX:TieredStopAtLevel=4 -Xmx2g" "$here/../../squeezelab" bench "$here/se-resnet20.yaml" --json "${settings[@]}"
}

theirs() {
  "$python" "$here/train.py" "$@" "${settings[@]}"
}

# measure NAME COPIES COMMAND...: starts COPIES at once, and notes the sum of their speeds.
measure() {
  local name=$1 copies=$2 pids=() i
  shift 2
  for ((i = 0; i < copies; i++)); do
    "$@" >"$work/out.$i" &
    pids+=($!)
  done
  for i in "${pids[@]}"; do wait "$i"; done
  local files=()
  for ((i = 0; i < copies; i++)); do files+=("$work/out.$i"); done
  "$python" "$here/ratios.py" add "$work/speeds.tsv" "$name" "${files[@]}"
}

"$here/../../squeezelab" --version
"$python" -c 'import torch, platform; print("PyTorch", torch.__version__, "on Python", platform.python_version())'
echo "$(nproc) processors, load average $(cut -d ' ' -f 1-3 /proc/loadavg)"

for ((round = 1; round <= rounds; round++)); do
  echo "round $round of $rounds" >&2
  measure "one thread: squeezelab" 1 ours
  measure "one thread: torch, channels_last" 1 theirs --format channels_last
  measure "one thread: torch, contiguous" 1 theirs --format contiguous
  measure "two cores: squeezelab, two workers" 2 ours
  measure "two cores: torch, two threads, channels_last" 1 theirs --threads 2 --format channels_last
  measure "two cores: torch, two threads, contiguous" 1 theirs --threads 2 --format contiguous
  measure "two cores: torch, two processes, channels_last" 2 theirs --format channels_last
done
"$python" "$here/ratios.py" show "$work/speeds.tsv"
