"""Who writes a file: this process, or one that may no longer be there."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zlib import crc32

from strategy_report.core.value import Value

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Writer(Value):
    """A process that may be asked about later, also from another machine on a shared drive.

    Attributes:
        machine: checksum of the machine's name.
        boot: checksum of what the system calls this start of the machine; 0 where it does not say.
    """

    pid: int
    machine: int
    boot: int

    def __str__(self) -> str:
        return f"{self.pid}-{self.machine:08x}-{self.boot:08x}"

    @staticmethod
    def parse(text: str) -> Writer | None:
        """The writer that `str` gave *text* for."""
        parts = text.split("-")
        try:
            pid, machine, boot = int(parts[0]), int(parts[1], 16), int(parts[2], 16)
        except (ValueError, IndexError):
            return None
        return Writer(pid=pid, machine=machine, boot=boot)


def this_writer() -> Writer:
    try:
        boot = _BOOT_ID.read_bytes()
    except OSError:
        boot = b""
    return Writer(
        pid=os.getpid(),
        machine=crc32(_machine_name().encode()),
        boot=crc32(boot) if boot else 0,
    )


def is_gone(writer: Writer) -> bool:
    """Whether *writer* surely lives no more; nobody can tell of another machine's."""
    here = this_writer()
    if writer.machine != here.machine:
        return False
    return writer.boot != here.boot or not _is_running(writer.pid)


def _machine_name() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _is_running(pid: int) -> bool:
    if sys.platform == "win32":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        # Somebody else's process: it is there.
        return True
    return True


def _is_running_on_windows(pid: int) -> bool:
    # os.kill(pid, 0) would send Ctrl-C there.
    import ctypes

    query_limited_information = 0x1000
    still_active = 259
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    handle = kernel.OpenProcess(query_limited_information, 0, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
