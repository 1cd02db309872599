"""What is built carries everything: the wheel alone prints the demo matrix."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="hatchling comes with the dev extra")

ROOT = Path(__file__).parent.parent
DATA = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("standards", "country_laws")
    for path in (ROOT / folder).rglob("*")
    if path.is_file()
)


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


def test_the_wheel_holds_the_data_and_its_types(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"atlas_legal/_data/{name}" for name in DATA} <= names
    assert "atlas_legal/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]


def test_the_source_archive_holds_the_data_the_pages_and_the_tests(dist: Path) -> None:
    (archive,) = dist.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert {*DATA, "README.md", "LICENSE", "CHANGELOG.md", "docs/limits.md", "tests/test_wheel.py"} <= names


def test_the_wheel_alone_prints_the_demo_matrix(dist: Path, tmp_path: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-m", "atlas_legal", "matrix", "--format", "json"]
    unpacked = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True)
    assert unpacked.returncode == 0, unpacked.stderr
    where = "import atlas_legal.locations as l; print(l.shipped('standards'))"
    place = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert Path(place.stdout.strip()) == (tmp_path / "atlas_legal" / "_data" / "standards").resolve()
    ours = subprocess.run(command, cwd=ROOT, capture_output=True)
    assert unpacked.stdout == ours.stdout
