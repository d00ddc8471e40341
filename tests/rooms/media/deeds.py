# SPDX-License-Identifier: Apache-2.0
"""What a decoder that has been taken over would do, tried behind one fence alone or behind none:
`python -m tests.rooms.media.deeds FENCE DEED FOLDER PORT` says `done`, `stopped` or `missing` (a fence that this kernel
does not give, or a deed that it lets nobody do)."""

import ctypes
import mmap
import os
import platform
import resource
import socket
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from app.media import sandbox

GIB = 1024**3
LIBC = ctypes.CDLL(None, use_errno=True)
NEW_MOUNTS, NEW_USER = 0x0002_0000, 0x1000_0000


def _call(result: int) -> None:
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused by the kernel")


def _number(name: str) -> int:
    number = sandbox._REFUSED_CALLS[name][platform.machine() != "x86_64"]
    assert number is not None
    return number


def only(limit: int) -> Callable[[Path], None]:
    def build(_: Path) -> None:
        whole = resource.setrlimit
        resource.setrlimit = lambda what, most: whole(what, most) if what == limit else None
        sandbox._limit(cpu_s=1)

    return build


def behind_landlock(folder: Path) -> None:
    sandbox._prctl(sandbox._PR_SET_NO_NEW_PRIVS, 1)
    sandbox._landlock([folder / "input", *sandbox._libraries()], folder / "work")


def behind_seccomp(_: Path) -> None:
    sandbox._prctl(sandbox._PR_SET_NO_NEW_PRIVS, 1)
    sandbox._seccomp()


FENCES: Mapping[str, Callable[[Path], object]] = {
    "none": lambda _: None,
    "memory": only(resource.RLIMIT_AS),
    "processor": only(resource.RLIMIT_CPU),
    "file size": only(resource.RLIMIT_FSIZE),
    "open files": only(resource.RLIMIT_NOFILE),
    "no_new_privs": lambda _: sandbox._prctl(sandbox._PR_SET_NO_NEW_PRIVS, 1),
    "network namespace": lambda _: sandbox._leave_the_network(),
    "landlock": behind_landlock,
    "seccomp": behind_seccomp,
    "all": lambda folder: sandbox.confine(read=[folder / "input"], write=folder / "work", cpu_s=1),
}


def take_memory(_: Path, __: int) -> None:
    mmap.mmap(-1, sandbox.MEMORY_BYTES + GIB // 8).close()


def work_for_ever(_: Path, __: int) -> None:
    while time.process_time() < 2:
        pass


def fill_the_disk(folder: Path, _: int) -> None:
    with (folder / "work" / "large").open("wb") as file:
        os.ftruncate(file.fileno(), sandbox.FILE_BYTES + 1)
    (folder / "work" / "large").unlink()


def open_many(_: Path, __: int) -> None:
    for _each in range(2 * sandbox.OPEN_FILES):
        os.dup(0)


def may_gain_rights(_: Path, __: int) -> None:
    if "NoNewPrivs:\t1" in Path("/proc/self/status").read_text():
        raise PermissionError


def call_a_neighbour(_: Path, port: int) -> None:
    socket.create_connection(("127.0.0.1", port), timeout=5).close()


def read_a_foreign_file(folder: Path, _: int) -> None:
    (folder / "foreign").read_bytes()


def list_a_foreign_folder(folder: Path, _: int) -> None:
    list(folder.iterdir())


def write_a_foreign_file(folder: Path, _: int) -> None:
    (folder / "foreign").write_bytes(b"was here")


def write_its_input(folder: Path, _: int) -> None:
    (folder / "input").write_bytes(b"was here")


def cut_a_foreign_file(folder: Path, _: int) -> None:
    os.truncate(folder / "foreign", 0)


def remove_a_foreign_file(folder: Path, _: int) -> None:
    (folder / "foreign").unlink()


def make_a_socket(_: Path, __: int) -> None:
    socket.socket().close()


def become_a_program(_: Path, __: int) -> None:
    os.execv("/bin/echo", ["echo", "done"])


def have_a_child(_: Path, __: int) -> None:
    if os.fork() == 0:
        os._exit(0)


def trace(_: Path, __: int) -> None:
    _call(LIBC.syscall(_number("ptrace"), 0, 0, 0, 0))


def signal_its_parent(_: Path, __: int) -> None:
    os.kill(os.getppid(), 0)


def mount(folder: Path, _: int) -> None:
    _call(LIBC.mount(b"none", os.fsencode(folder), b"tmpfs", 0, None))


def leave_the_house(_: Path, __: int) -> None:
    _call(LIBC.unshare(NEW_USER | NEW_MOUNTS))


DEEDS: Mapping[str, Callable[[Path, int], None]] = {
    deed.__name__: deed
    for deed in (
        take_memory, work_for_ever, fill_the_disk, open_many, may_gain_rights, call_a_neighbour, read_a_foreign_file,
        list_a_foreign_folder, write_a_foreign_file, write_its_input, cut_a_foreign_file, remove_a_foreign_file,
        make_a_socket, become_a_program, have_a_child, trace, signal_its_parent, mount, leave_the_house)
}  # fmt: skip


def answers_to_refused_calls() -> dict[str, int]:
    """Behind seccomp alone: what the kernel says to each call on the list, were it made with nonsense."""
    behind_seccomp(Path())
    said = {}
    for name, numbers in sandbox._REFUSED_CALLS.items():
        number = numbers[platform.machine() != "x86_64"]
        if number is not None:
            ctypes.set_errno(0)
            LIBC.syscall(number, -1, -1, -1, -1, -1, -1)
            said[name] = ctypes.get_errno()
    return said


def attempt(fence: str, deed: str, folder: Path, port: int) -> str:
    if deed == "mount" and LIBC.unshare(NEW_USER | NEW_MOUNTS) < 0:
        return "missing"
    try:
        FENCES[fence](folder)
    except OSError:
        return "missing"
    try:
        DEEDS[deed](folder, port)
    except (OSError, MemoryError):
        return "stopped"
    return "done"


if __name__ == "__main__":
    if sys.argv[1] == "calls":
        print(answers_to_refused_calls())  # noqa: T201 - to whoever started it
    elif sys.argv[1] == "linger":
        if sys.argv[2] == "fenced":
            sandbox._prctl(sandbox._PR_SET_PDEATHSIG, 9)
        sys.stdout.write(f"{os.getpid()}\n")
        sys.stdout.flush()
        time.sleep(60)
    else:
        sys.stdout.write(attempt(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])))
