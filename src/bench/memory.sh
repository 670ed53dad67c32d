#!/usr/bin/env bash
# Memory of one worker over many trials: prints its resident set after every tenth, in MiB.
#   src/bench/memory.sh [TRIALS] [CROP]
# Trials are tiny, with two modules and two optimizers in turn, on the images that travel with the
# program. The series must be flat after the tenth trial: what grows is a leak.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
trials=${1:-100}
crop=${2:-2}

trial() {
  local attention=se optimizer='{"type":"sgd","nesterov":true,"weight-decay":5e-4}'
  if (($1 % 2)); then attention=eca optimizer='{"type":"adamw"}'; fi
  echo '{"data":{"type":"fashion-mnist-mini","validation":4000,"augment":{"crop":'"$crop"'}},' \
    '"backbone":{"type":"resnet-cifar","depth":8,"width":4},"attention":"'$attention'",' \
    '"train":{"epochs":1,"batch":250,"select":"best","optimizer":'$optimizer',' \
    '"rate":{"type":"constant","base":0.01}},"seed":'"$1"'}'
}

"$root/squeezelab" --version >&2 # builds it
options=(-XX:+UseSerialGC -Xshare:auto -Xmx2g -Djava.awt.headless=true) # a sweep's workers have these
classes=$root/target/squeezelab.jar:$root/target/lib/*
coproc worker { exec java "${options[@]}" -cp "$classes" io.squeezelab.cli.Main worker; }
pid=$worker_PID
trap 'kill "$pid" 2>/dev/null || true' EXIT
for ((done = 0; done < trials; )); do
  trial "$done" >&"${worker[1]}"
  while read -r line <&"${worker[0]}"; do
    case $line in
      *'"ending":"completed"'*) break ;;
      *'"ending":'*) echo "$line" >&2 && exit 1 ;;
    esac
  done
  done=$((done + 1))
  if ((done % 10 == 0)); then
    awk -v n="$done" '/^VmRSS/ { printf "%d trials: %.0f MiB\n", n, $2 / 1024 }' "/proc/$pid/status"
  fi
done
