"""Executes the notebooks of a folder, one after another, and says of each what is wrong with it.

usage: notebooks.py FOLDER [--write]    --write: the outputs are written into the notebooks
"""

import re
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

LONGEST = 600  # seconds of a cell
DRAWN = re.compile(r"<(?:path|line|rect|circle|ellipse|polygon|polyline|text)\b")
LEAST = 20  # things that a chart with axes and one point has at least
UNSTABLE = re.compile(r"/(?:home|root|tmp|work|Users)/\S|\b\d\d:\d\d:\d\d\b")


def text(output):
    data = output.get("data", {})
    parts = [output.get("text", "")] + [value for value in data.values() if isinstance(value, str)]
    return "\n".join(parts)


def faults(notebook):
    """What a reader would stumble over, a line each."""
    pictures = 0
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        start = cell.source.strip().splitlines()[-1][:60]
        shown = [output for output in cell.outputs if output.get("data")]
        if "show(" in start and not shown:
            yield f"{start}: shows nothing"
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"{start}: {output.ename}: {output.evalue}"
            found = UNSTABLE.search(text(output))
            if found:
                yield f"{start}: a path or a time of day: {found.group()}"
            svg = output.get("data", {}).get("image/svg+xml")
            if svg is not None:
                pictures += 1
                if len(DRAWN.findall(svg)) < LEAST:
                    yield f"{start}: an empty figure"
                if not output["data"].get("image/png"):
                    yield f"{start}: a figure without pixels, for readers that take no SVG"
    if pictures == 0:
        yield "no figure at all"


def clean(notebook):
    """Takes out what another run would not repeat: progress, warnings, ids of messages."""
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = [o for o in cell.outputs if o.output_type != "stream"]
            for output in cell.outputs:
                output.metadata = {}
                output.pop("transient", None)
    for version in ("version", "pygments_lexer", "codemirror_mode"):
        notebook.metadata.get("language_info", {}).pop(version, None)


def execute(file):
    notebook = nbformat.read(file, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=LONGEST,
        kernel_name="java",
        resources={"metadata": {"path": str(file.parent)}},
        record_timing=False,
    )
    try:
        client.execute()
    except CellExecutionError as error:
        print(error, file=sys.stderr)
    clean(notebook)
    return notebook


def main(folder, write):
    wrong = 0
    for file in sorted(Path(folder).glob("*.ipynb")):
        began = time.monotonic()
        notebook = execute(file)
        found = list(faults(notebook))
        seconds = time.monotonic() - began
        print(f"{file.name}: {'; '.join(found) or 'done'} ({seconds:.0f} s)", flush=True)
        wrong += bool(found)
        if write and not found:
            nbformat.write(notebook, file)
    return 1 if wrong else 0


sys.exit(main(sys.argv[1], "--write" in sys.argv[2:]))
