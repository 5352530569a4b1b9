#define _GNU_SOURCE 1
#include "CFault.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum how { NOTHING, KILL, TEAR, SHORT, ERRNO, STICKY };
enum verdict { PASS, FAIL, PART };

static const char *root;
static size_t root_length;
static enum how how;
static long amount, at, count;
static int record = -1;
static unsigned char is_ours[65536];

static long number_of(const char *name)
{
    const char *text = getenv(name);
    return text ? strtol(text, NULL, 10) : 0;
}

__attribute__((constructor)) static void begin(void)
{
    static const struct { const char *name; enum how how; } ways[] = {
        { "kill", KILL }, { "tear:", TEAR }, { "short:", SHORT },
        { "errno:", ERRNO }, { "sticky:", STICKY },
    };
    root = getenv("FAULT_ROOT");
    if (!root) return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    root_length = strlen(root);
    at = number_of("FAULT_AT");
    const char *text = getenv("FAULT_HOW");
    for (size_t way = 0; text && way < sizeof ways / sizeof ways[0]; way++) {
        size_t length = strlen(ways[way].name);
        if (strncmp(text, ways[way].name, length) != 0) continue;
        how = ways[way].how;
        amount = strtol(text + length, NULL, 10);
    }
    const char *log = getenv("FAULT_LOG");
    if (log) {
        record = (int)syscall(SYS_openat, AT_FDCWD, log,
                              O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static int is_below(const char *path)
{
    return root && path && strncmp(path, root, root_length) == 0;
}

static void end(void)
{
    syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    for (;;) syscall(SYS_ppoll, NULL, 0, NULL, NULL, 0);
}

static void note(const char *name, long size)
{
    char line[64];
    int length = snprintf(line, sizeof line, "%s %ld\n", name, size);
    if (record >= 0) syscall(SYS_write, record, line, (size_t)length);
}

static enum verdict judge(const char *name, long size)
{
    long number = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
    note(name, size);
    if (at == 0 || number < at || (number > at && how != STICKY)) return PASS;
    int is_write = size >= 0;
    switch (how) {
    case NOTHING: return PASS;
    case KILL: end();
    case TEAR:
        if (!is_write) end();
        return PART;
    case SHORT: return is_write && amount < size && amount > 0 ? PART : PASS;
    case ERRNO:
    case STICKY: break;
    }
    errno = (int)amount;
    return FAIL;
}

static int opened(int directory, const char *path, int flags, mode_t mode)
{
    int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_DIRECTORY));
    int ours = is_below(path) && writes;
    if (ours && judge("open", -1) == FAIL) return -1;
    int descriptor = (int)syscall(SYS_openat, directory, path, flags, mode);
    if (descriptor >= 0 && descriptor < (int)sizeof is_ours) is_ours[descriptor] = ours ? 1 : 0;
    return descriptor;
}

static int is_counted(int descriptor)
{
    return descriptor >= 0 && descriptor < (int)sizeof is_ours && is_ours[descriptor];
}

static mode_t mode_of(int flags, va_list rest)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

#define OPENING(name)                                                                             \
    int name(const char *path, int flags, ...)                                                    \
    {                                                                                             \
        va_list rest;                                                                             \
        va_start(rest, flags);                                                                    \
        mode_t mode = mode_of(flags, rest);                                                       \
        va_end(rest);                                                                             \
        return opened(AT_FDCWD, path, flags, mode);                                               \
    }

#define OPENING_AT(name)                                                                          \
    int name(int directory, const char *path, int flags, ...)                                     \
    {                                                                                             \
        va_list rest;                                                                             \
        va_start(rest, flags);                                                                    \
        mode_t mode = mode_of(flags, rest);                                                       \
        va_end(rest);                                                                             \
        return opened(directory, path, flags, mode);                                              \
    }

OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)

int close(int descriptor)
{
    if (descriptor >= 0 && descriptor < (int)sizeof is_ours) is_ours[descriptor] = 0;
    return (int)syscall(SYS_close, descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    enum verdict verdict = is_counted(descriptor) ? judge("write", (long)size) : PASS;
    if (verdict == FAIL) return -1;
    if (verdict == PASS) return syscall(SYS_write, descriptor, bytes, size);
    size_t part = (size_t)amount < size ? (size_t)amount : size;
    ssize_t written = syscall(SYS_write, descriptor, bytes, part);
    if (how == TEAR) end();
    return written;
}

static ssize_t written_at(int descriptor, const void *bytes, size_t size, off_t place)
{
    enum verdict verdict = is_counted(descriptor) ? judge("pwrite", (long)size) : PASS;
    if (verdict == FAIL) return -1;
    size_t part = verdict == PART && (size_t)amount < size ? (size_t)amount : size;
    ssize_t written = syscall(SYS_pwrite64, descriptor, bytes, part, place);
    if (verdict == PART && how == TEAR) end();
    return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t place)
{
    return written_at(descriptor, bytes, size, place);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off_t place)
{
    return written_at(descriptor, bytes, size, place);
}

int fsync(int descriptor)
{
    if (is_counted(descriptor) && judge("fsync", -1) == FAIL) return -1;
    return (int)syscall(SYS_fsync, descriptor);
}

static int truncated(int descriptor, off_t size)
{
    if (is_counted(descriptor) && judge("ftruncate", -1) == FAIL) return -1;
    return (int)syscall(SYS_ftruncate, descriptor, size);
}

int ftruncate(int descriptor, off_t size) { return truncated(descriptor, size); }
int ftruncate64(int descriptor, off_t size) { return truncated(descriptor, size); }

int rename(const char *from, const char *to)
{
    if (is_below(to) && judge("rename", -1) == FAIL) return -1;
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
    if (is_below(to) && judge("link", -1) == FAIL) return -1;
    return (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path)
{
    if (is_below(path) && judge("unlink", -1) == FAIL) return -1;
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int mkdir(const char *path, mode_t mode)
{
    if (is_below(path) && judge("mkdir", -1) == FAIL) return -1;
    return (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int clock_gettime(clockid_t clock, struct timespec *time)
{
    if (!root || clock != CLOCK_REALTIME) return (int)syscall(SYS_clock_gettime, clock, time);
    *time = (struct timespec){ .tv_sec = 1696204800 };
    return 0;
}

// Swift asks for chance in this way.
static long numbers_of_a_series(unsigned char *bytes, size_t size)
{
    static uint64_t series = 1;
    for (size_t place = 0; place < size; place++) {
        series = series * 6364136223846793005u + 1442695040888963407u;
        bytes[place] = (unsigned char)(series >> 56);
    }
    return (long)size;
}

long syscall(long number, ...)
{
    static long (*next)(long, ...);
    va_list rest;
    va_start(rest, number);
    long given[6];
    for (size_t place = 0; place < 6; place++) given[place] = va_arg(rest, long);
    va_end(rest);
    if (root && number == SYS_getrandom) {
        return numbers_of_a_series((unsigned char *)given[0], (size_t)given[1]);
    }
    if (!next) next = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    return next(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
