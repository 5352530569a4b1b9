#define _GNU_SOURCE 1
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

int32_t cpty_resize(int32_t master, int32_t rows, int32_t columns)
{
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
    return ioctl(master, TIOCSWINSZ, &size) == 0 ? 0 : -errno;
}

// A session leader that opens a terminal gets it as its controlling terminal.
static int spawn_on(const char *terminal, const char *const *arguments,
                    const char *const *environment, pid_t *process)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    int error = posix_spawn(process, arguments[0], &actions, &attributes,
                            (char *const *)arguments, (char *const *)environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

int32_t cpty_start(const char *const *arguments, const char *const *environment, int32_t rows,
                   int32_t columns, int32_t *master)
{
    char name[128];
    int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0) return -errno;
    int error = 0;
    pid_t process = 0;
    if (grantpt(terminal) != 0 || unlockpt(terminal) != 0) error = errno;
    if (!error) error = ptsname_r(terminal, name, sizeof name);
    if (!error) error = -cpty_resize(terminal, rows, columns);
    if (!error) error = spawn_on(name, arguments, environment, &process);
    if (error) {
        close(terminal);
        return -error;
    }
    fcntl(terminal, F_SETFL, O_NONBLOCK);
    *master = terminal;
    return process;
}

int64_t cpty_read(int32_t master, uint8_t *buffer, int64_t size, int32_t milliseconds)
{
    struct pollfd source = { master, POLLIN, 0 };
    if (poll(&source, 1, milliseconds) <= 0) return 0;
    ssize_t count = read(master, buffer, (size_t)size);
    if (count > 0) return count;
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -EIO;
}

int64_t cpty_write(int32_t master, const uint8_t *bytes, int64_t count)
{
    struct pollfd target = { master, POLLOUT, 0 };
    if (poll(&target, 1, 1000) <= 0) return -ETIMEDOUT;
    ssize_t written = write(master, bytes, (size_t)count);
    return written >= 0 ? written : -errno;
}

int32_t cpty_kill(int32_t process, int32_t number)
{
    return kill(process, number) == 0 ? 0 : -errno;
}

int32_t cpty_wait(int32_t process, int32_t blocks)
{
    int status = 0;
    pid_t done;
    do done = waitpid(process, &status, blocks ? 0 : WNOHANG);
    while (done < 0 && errno == EINTR);
    if (done <= 0) return done == 0 ? -1 : -errno;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int32_t cpty_close(int32_t master) { return close(master) == 0 ? 0 : -errno; }

int64_t cpty_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void cpty_widths(int8_t *widths, int32_t count)
{
    locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = uselocale(unicode);
    for (int32_t scalar = 0; scalar < count; scalar++) {
        widths[scalar] = (int8_t)wcwidth((wchar_t)scalar);
    }
    uselocale(before);
    freelocale(unicode);
}
