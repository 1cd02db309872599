"""Somebody else's repository: a small library of standards, an instrument beside it, and a country."""

import subprocess
from pathlib import Path

import pytest

FILES = {
    "our-standards/instruments/OURS.yaml": """\
instrument:
  id: OURS
  title: Pledge on Forced Labour, 2020
  short: Our pledge
  body: a council of ministers
  adopted: "2020-05-04"
  kind: protocol
  url: https://example.org/pledge
  last_article: 3
  verified: true
articles:
  "1": {encoded: [OURS.1]}
  "2-3": {excluded: final clauses}
requirements:
  - id: OURS.1
    article: "1"
    title: {en: Forced labour is forbidden, es: El trabajo forzoso está prohibido}
    summary: {en: Nobody may be made to work., es: Nadie puede ser obligado a trabajar.}
    pillar: legislation
    area: forced_labour
    applies_when: {ratified: OURS}
    severity: critical
    criterion:
      all:
        - id: rule
          norm: {force: [prohibition], concepts: [forced_labour]}
    domain: [forced_labour]
    examples:
      - {lang: en, status: met, text: "Section 4. No person shall exact forced labour."}
      - {lang: en, status: gap, text: "Section 4. A driving licence is valid for ten years."}
      - {lang: es, status: met, text: "Artículo 4. Queda prohibido el trabajo forzoso."}
      - {lang: es, status: gap, text: "Artículo 4. La licencia de conducir vale por diez años."}
    drafting: [{en: Forbid it., es: Prohibirlo.}]
    indicators: [cases_of_forced_labour]
    functions: [inspect]
    sources: [{article: "1", checked: the pledge as signed}]
    verified: true
""",
    "our-standards/concepts/work.yaml": """\
- id: forced_labour
  label: {en: Forced labour, es: Trabajo forzoso}
  terms:
    en: [forced labour]
    es: [trabajo forzoso]
""",
    "our-standards/profiles/ours.yaml": """\
id: ours
title: {en: Our pledge, es: Nuestro compromiso}
requirements: [OURS.1]
""",
    "countries/NZL/country.yaml": "id: NZL\nname: {en: New Zealand}\nlanguages: [en]\n",
    "countries/NZL/ratifications.yaml": 'C138: {ratified: "no"}\n',
    ".github/workflows/ci.yaml": "on: push\n",
    "compose.yaml": "services: {}\n",
}


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    folder = tmp_path / "their repository"
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Begin")
    return folder
