"""One file per thing that can be wrong although every file has the right shape."""
