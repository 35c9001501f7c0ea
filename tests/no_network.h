// A trap under a process and its children: the kernel ends it (SIGSYS) at the first socket that could leave this
// machine.
#pragma once

#include <cstddef>
#include <iterator>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

namespace assay::test {

/// Sockets between processes of this machine (AF_UNIX: a display, accessibility) stay allowed. Can't be taken back.
/// False: this kernel has no seccomp filters, nothing is trapped.
inline bool forbidNetwork() {
    constexpr auto number = static_cast<unsigned>(offsetof(seccomp_data, nr));
    constexpr auto family = static_cast<unsigned>(offsetof(seccomp_data, args)); // low half: little endian
    sock_filter program[] = {
        {BPF_LD | BPF_W | BPF_ABS, 0, 0, number},
        {BPF_JMP | BPF_JEQ | BPF_K, 0, 3, static_cast<unsigned>(SYS_socket)},
        {BPF_LD | BPF_W | BPF_ABS, 0, 0, family},
        {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, AF_UNIX},
        {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_KILL_PROCESS},
        {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
    };
    const sock_fprog filter{static_cast<unsigned short>(std::size(program)), program};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace assay::test
