#define _GNU_SOURCE 1
#include "Farewell.h"
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct termios farewell_modes;
int farewell_pipe[2] = { -1, -1 };

static char farewell[512];
static size_t farewell_length;
static volatile sig_atomic_t is_armed;

static int held_errors = -1;
static int true_errors = -1;

static const int crashes[] = { SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE };
static const int notices[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH };
enum { crash_count = sizeof crashes / sizeof *crashes };
enum { notice_count = sizeof notices / sizeof *notices };

static volatile sig_atomic_t has_come[notice_count];
static struct sigaction old_crashes[crash_count], old_notices[notice_count];
static char crash_stack[64 * 1024];

// --- What the terminal is told at the end ---

void farewell_clear(void) { farewell_length = 0; }

void farewell_add(const char *sequence)
{
    size_t length = strlen(sequence);
    if (length > sizeof farewell - farewell_length) return;
    memcpy(farewell + farewell_length, sequence, length);
    farewell_length += length;
}

void farewell_arm(bool armed) { is_armed = armed; }

// --- Signals ---

// Only async-signal-safe calls here and in what this calls.
static void put_back_and_die(int number)
{
    if (is_armed) {
        is_armed = 0;
        signal(SIGTTOU, SIG_IGN);
        (void)!write(STDOUT_FILENO, farewell, farewell_length);
        tcsetattr(STDIN_FILENO, TCSANOW, &farewell_modes);
        farewell_pass_errors_on();
    }
    signal(number, SIG_DFL);
    raise(number);
}

static void take_notice(int number)
{
    int saved = errno;
    for (int i = 0; i < notice_count; i++) {
        if (notices[i] == number) has_come[i] = 1;
    }
    (void)!write(farewell_pipe[1], "", 1);
    errno = saved;
}

static void set_handler(int number, void (*handler)(int), int flags, struct sigaction *old)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, old);
}

int farewell_catch_signals(void)
{
    if (farewell_pipe[0] < 0 && pipe2(farewell_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return errno;
    stack_t stack = { .ss_sp = crash_stack, .ss_size = sizeof crash_stack };
    sigaltstack(&stack, NULL);
    for (int i = 0; i < crash_count; i++) {
        set_handler(crashes[i], put_back_and_die, SA_ONSTACK, &old_crashes[i]);
    }
    for (int i = 0; i < notice_count; i++) {
        has_come[i] = 0;
        set_handler(notices[i], take_notice, SA_RESTART, &old_notices[i]);
    }
    return 0;
}

void farewell_release_signals(void)
{
    for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &old_crashes[i], NULL);
    for (int i = 0; i < notice_count; i++) sigaction(notices[i], &old_notices[i], NULL);
    stack_t none = { .ss_flags = SS_DISABLE };
    sigaltstack(&none, NULL);
}

void farewell_lend_signals(bool is_lent)
{
    for (int i = 0; i < notice_count; i++) {
        switch (notices[i]) {
        case SIGTSTP:
        case SIGCONT:
            if (is_lent) set_handler(notices[i], SIG_DFL, 0, NULL);
            else set_handler(notices[i], take_notice, SA_RESTART, NULL);
            has_come[i] = 0;
            break;
        case SIGINT:
        case SIGQUIT:
            // Meant for the child; a handler, unlike SIG_IGN, is not handed down to it.
            has_come[i] = 0;
            break;
        default: break;
        }
    }
}

int32_t cnc_take_signal(void)
{
    char drain[64];
    while (farewell_pipe[0] >= 0 && read(farewell_pipe[0], drain, sizeof drain) > 0) continue;
    for (int i = 0; i < notice_count; i++) {
        if (!has_come[i]) continue;
        has_come[i] = 0;
        // Another may have come too: the wait must not sleep on it.
        (void)!write(farewell_pipe[1], "", 1);
        return notices[i];
    }
    return 0;
}

// --- Standard error while the screen is up ---

void farewell_hold_errors(void)
{
    if (true_errors >= 0 || !isatty(STDERR_FILENO)) return;
    true_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
    if (held_errors < 0) held_errors = memfd_create("dondoc-stderr", MFD_CLOEXEC);
    if (true_errors < 0 || held_errors < 0 || dup2(held_errors, STDERR_FILENO) < 0) {
        farewell_release_errors();
    }
}

void farewell_release_errors(void)
{
    if (true_errors >= 0) {
        dup2(true_errors, STDERR_FILENO);
        close(true_errors);
    }
    true_errors = -1;
}

size_t cnc_take_errors(char *buffer, size_t size)
{
    if (held_errors < 0) return 0;
    off_t end = lseek(held_errors, 0, SEEK_END);
    off_t start = end > (off_t)size ? end - (off_t)size : 0;
    ssize_t count = pread(held_errors, buffer, (size_t)(end - start), start);
    (void)!ftruncate(held_errors, 0);
    lseek(held_errors, 0, SEEK_SET);
    return count > 0 ? (size_t)count : 0;
}

void farewell_pass_errors_on(void)
{
    if (held_errors < 0) return;
    int target = true_errors >= 0 ? true_errors : STDERR_FILENO;
    char buffer[4096];
    off_t end = lseek(held_errors, 0, SEEK_END);
    off_t at = end > 65536 ? end - 65536 : 0;
    ssize_t count;
    while (at < end && (count = pread(held_errors, buffer, sizeof buffer, at)) > 0) {
        (void)!write(target, buffer, (size_t)count);
        at += count;
    }
    close(held_errors);
    held_errors = -1;
}
