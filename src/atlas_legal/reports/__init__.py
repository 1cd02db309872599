"""Reports: one file per output."""
