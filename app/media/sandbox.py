# SPDX-License-Identifier: Apache-2.0
"""Walls around a process that reads hostile bytes: limits, no network, no files but its own, no dangerous calls."""

import contextlib
import ctypes
import os
import platform
import resource
import signal
import socket
import struct
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

MEMORY_BYTES: Final = 1024**3
FILE_BYTES: Final = 1024**3
OPEN_FILES: Final = 32

_LIBC = ctypes.CDLL(None, use_errno=True)
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CLONE_NEWNET, _CLONE_NEWUSER, _CLONE_THREAD = 0x4000_0000, 0x1000_0000, 0x0001_0000
_EPERM, _ENOSYS = 1, 38

# Call → its number on x86_64 and on aarch64 (None: that machine has no such call).
_REFUSED_CALLS: Final[dict[str, tuple[int | None, int | None]]] = {
    "socket": (41, 198),
    "connect": (42, 203),
    "accept": (43, 202),
    "sendto": (44, 206),
    "recvfrom": (45, 207),
    "sendmsg": (46, 211),
    "recvmsg": (47, 212),
    "bind": (49, 200),
    "listen": (50, 201),
    "socketpair": (53, 199),
    "accept4": (288, 242),
    "sendmmsg": (307, 269),
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "kill": (62, 129),
    "tkill": (200, 130),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "mount": (165, 40),
    "umount2": (166, 39),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "perf_event_open": (298, 241),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "pidfd_send_signal": (424, 424),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
}
_CLONE, _CLONE3, _SECCOMP = {"x86_64": (56, 435, 317), "aarch64": (220, 435, 277)}.get(platform.machine(), (0, 0, 0))
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def confine(*, read: Sequence[Path], write: Path, cpu_s: int) -> list[str]:
    """Wall this process in for good, once everything it needs is imported.

    Returns the names of the walls this kernel did not give; the limits always hold. Ends with its parent.
    """
    _limit(cpu_s)
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    walls: list[tuple[str, Callable[[], None]]] = [
        ("no_new_privs", lambda: _prctl(_PR_SET_NO_NEW_PRIVS, 1)),
        ("network namespace", _leave_the_network),
        ("landlock", lambda: _landlock([*read, *_libraries()], write)),
        ("seccomp", _seccomp),
    ]
    missing = []
    for name, build in walls:
        try:
            build()
        except OSError:
            missing.append(name)
    return missing


def tame_ffmpeg(most_bytes: int) -> None:
    """One thread and no huge allocation, once FFmpeg is loaded: PyAV has no words for these, so its own are called."""
    maps = Path("/proc/self/maps").read_text().splitlines()
    library = ctypes.CDLL(next(line.split()[-1] for line in maps if "/libavutil" in line))
    library.av_cpu_force_count(1)
    library.av_max_alloc(ctypes.c_size_t(most_bytes))


def escapes(*, foreign: Path, outside: Path) -> list[str]:
    """What this process can do that a walled one must not: each is really tried."""

    def connect() -> None:
        with socket.socket() as line:
            line.settimeout(0.2)
            with contextlib.suppress(TimeoutError, ConnectionRefusedError):
                line.connect(("127.0.0.1", 9))

    attempts: dict[str, Callable[[], object]] = {
        "open a socket": connect,
        "read a foreign file": foreign.read_bytes,
        "write outside its folder": lambda: outside.write_bytes(b"was here"),
        "start a program": lambda: subprocess.run([sys.executable, "-c", ""], check=True, timeout=20),
    }
    succeeded = []
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError:
            continue
        succeeded.append(name)
    return succeeded


def _limit(cpu_s: int) -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _prctl(option: int, value: int) -> None:
    _checked(_LIBC.prctl(option, value, 0, 0, 0))


def _checked(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused by the kernel")
    return result


def _leave_the_network() -> None:
    if _LIBC.unshare(_CLONE_NEWNET) < 0:
        _checked(_LIBC.unshare(_CLONE_NEWUSER | _CLONE_NEWNET))


def _libraries() -> list[Path]:
    """Where Python keeps what it may still have to load."""
    named = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    return [path for path in map(Path, [*named, "/usr/lib", "/lib", "/lib64"]) if path.exists()]


_FS_EXECUTE, _FS_WRITE_FILE, _FS_READ_FILE, _FS_READ_DIR, _FS_REMOVE_FILE, _FS_MAKE_REG, _FS_TRUNCATE = (
    1 << bit for bit in (0, 1, 2, 3, 5, 8, 14)
)


def _landlock(read: Sequence[Path], write: Path) -> None:
    create, add, restrict = 444, 445, 446
    abi = _checked(_LIBC.syscall(create, None, 0, 1))
    handled_fs = (1 << (13 + (abi >= 2) + (abi >= 3) + (abi >= 5))) - 1  # noqa: PLR2004  # rights by kernel ABI
    handled = struct.pack("QQQ", handled_fs, 0b11 if abi >= 4 else 0, 0b11 if abi >= 6 else 0)  # noqa: PLR2004  # the same
    rules = _checked(_LIBC.syscall(create, handled, len(handled) if abi >= 6 else 16 if abi >= 4 else 8, 0))  # noqa: PLR2004  # the same
    may_write = _FS_READ_FILE | _FS_READ_DIR | _FS_WRITE_FILE | _FS_REMOVE_FILE | _FS_MAKE_REG | _FS_TRUNCATE
    grants = [(path, _FS_READ_FILE | (_FS_READ_DIR if path.is_dir() else 0)) for path in read] + [(write, may_write)]
    try:
        for path, rights in grants:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
            try:
                _checked(_LIBC.syscall(add, rules, 1, struct.pack("=Qi", rights & handled_fs, place), 0))
            finally:
                os.close(place)
        _checked(_LIBC.syscall(restrict, rules, 0))
    finally:
        os.close(rules)


def _seccomp() -> None:
    machine = platform.machine()
    if machine not in _AUDIT_ARCH:
        raise OSError(_ENOSYS, "no filter for this machine")
    program = _filter(_AUDIT_ARCH[machine], [call[machine != "x86_64"] for call in _REFUSED_CALLS.values()])
    code = ctypes.create_string_buffer(b"".join(program))
    header = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(code))
    for_all_threads = 1
    _checked(_LIBC.syscall(_SECCOMP, 1, for_all_threads, header))


def _filter(arch: int, refused: Sequence[int | None]) -> list[bytes]:
    """A BPF program: calls of another machine kill, refused ones fail, threads may start and children may not."""
    load, equal, at_least, any_bit, give = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, kill, fail = 0x7FFF_0000, 0x8000_0000, 0x0005_0000
    number_at, arch_at, first_argument_at, x32 = 0, 4, 16, 0x4000_0000

    def line(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
        return struct.pack("HBBI", code, yes, no, value)

    program = [line(load, arch_at), line(equal, arch, 1), line(give, kill)]
    program += [line(load, number_at), line(at_least, x32, 0, 1), line(give, kill)]
    for number in refused:
        if number is not None:
            program += [line(equal, number, 0, 1), line(give, fail | _EPERM)]
    program += [line(equal, _CLONE3, 0, 1), line(give, fail | _ENOSYS)]
    program += [line(equal, _CLONE, 1), line(give, allow)]
    program += [line(load, first_argument_at), line(any_bit, _CLONE_THREAD, 1), line(give, fail | _EPERM)]
    return [*program, line(give, allow)]
