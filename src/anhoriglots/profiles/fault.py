"""A profile that cannot be read."""

from anhoriglots.kernel.fault import Fault


class ProfileError(Exception):
    """A profile could not be read; carries every fault, so that all can be put right at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
