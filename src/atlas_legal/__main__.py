"""``python -m atlas_legal`` is the command line."""

from atlas_legal.cli import main

main()
