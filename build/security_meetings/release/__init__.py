"""Stage release: what changed since the last one, the smallest version that allows it, the archive and its checks."""
