#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "Farewell.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static bool is_up;
static bool is_cursor_shown;

// Bracketed paste, button presses, and their positions as decimal numbers.
static const char *const extras_on = "\033[?2004h\033[?1000h\033[?1006h";
static const char *const extras_off = "\033[?1006l\033[?1000l\033[?2004l";

// What ncurses writes to: the terminal, or while a picture is made the file in memory.
static FILE *output;
static int gathered = -1;

static void send_now(const char *sequence)
{
    (void)!write(STDOUT_FILENO, sequence, strlen(sequence));
}

static const char *capability(const char *name)
{
    const char *sequence = tigetstr(name);
    return sequence == (const char *)-1 ? NULL : sequence;
}

// Adds a capability to the farewell without its padding notes, `$<5/>`.
static void add_capability(const char *name)
{
    const char *sequence = capability(name);
    char clean[64];
    size_t length = 0;
    for (; sequence && *sequence && length < sizeof clean - 1; sequence++) {
        const char *end = strncmp(sequence, "$<", 2) == 0 ? strchr(sequence, '>') : NULL;
        if (end) sequence = end;
        else clean[length++] = *sequence;
    }
    clean[length] = '\0';
    farewell_add(clean);
}

static void prepare_farewell(void)
{
    farewell_clear();
    farewell_add(extras_off);
    add_capability("sgr0");
    add_capability("op");
    add_capability("rmkx");
    add_capability("cnorm");
    add_capability("rmcup");
}

int32_t cnc_colours_of(const char *terminal)
{
    int error = 0;
    if (setupterm(terminal, STDOUT_FILENO, &error) != OK) return CNC_UNKNOWN;
    int32_t colours = capability("cup") ? tigetnum("colors") : CNC_TOO_SIMPLE;
    del_curterm(cur_term);
    return colours;
}

// The person's own encoding; when their locale is not installed here but was to be UTF-8, then so.
static void choose_encoding(void)
{
    if (setlocale(LC_CTYPE, "")) return;
    const char *wanted = getenv("LC_ALL");
    if (!wanted || !*wanted) wanted = getenv("LC_CTYPE");
    if (!wanted || !*wanted) wanted = getenv("LANG");
    if (wanted && (strcasestr(wanted, "utf-8") || strcasestr(wanted, "utf8"))) {
        setlocale(LC_CTYPE, "C.UTF-8");
    }
}

bool cnc_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static void set_modes(void)
{
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    typeahead(-1);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    curs_set(0);
    is_cursor_shown = false;
}

// ncurses has a descriptor of its own, so that the program's output is the terminal at any instant.
static bool open_output(void)
{
    int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    output = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (!output && descriptor >= 0) close(descriptor);
    // Without it each move of the cursor is sent by itself.
    if (output) gathered = memfd_create("picture", MFD_CLOEXEC);
    return output != NULL;
}

static void close_output(void)
{
    fclose(output);
    output = NULL;
    if (gathered >= 0) close(gathered);
    gathered = -1;
}

int32_t cnc_open(const char *terminal)
{
    static bool is_registered;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return ENOTTY;
    if (tcgetattr(STDIN_FILENO, &farewell_modes) != 0) return errno;
    choose_encoding();
    errno = 0;
    if (!open_output()) return errno;
    screen = newterm(terminal, output, stdin);
    if (!screen) {
        int error = errno ? errno : EINVAL;
        close_output();
        return error;
    }

    prepare_farewell();
    farewell_arm(true);
    int error = farewell_catch_signals();
    if (error) {
        cnc_close();
        return error;
    }
    is_up = true;
    if (!is_registered) is_registered = atexit(cnc_close) == 0;
    set_modes();
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    farewell_hold_errors();
    send_now(extras_on);
    cnc_fit();
    return 0;
}

void cnc_close(void)
{
    if (!screen) return;
    cnc_suspend();
    farewell_release_signals();
    farewell_pass_errors_on();
    delscreen(screen);
    screen = NULL;
    close_output();
}

void cnc_suspend(void)
{
    if (!is_up) {
        if (screen) endwin();
        return;
    }
    is_up = false;
    curs_set(1);
    endwin();
    send_now(extras_off);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &farewell_modes);
    farewell_arm(false);
    farewell_release_errors();
    farewell_lend_signals(true);
}

void cnc_resume(void)
{
    if (!screen || is_up) return;
    farewell_lend_signals(false);
    farewell_arm(true);
    is_up = true;
    reset_prog_mode();
    set_modes();
    farewell_hold_errors();
    send_now(extras_on);
    cnc_fit();
    wrefresh(stdscr);
}

void cnc_stop(void)
{
    cnc_suspend();
    kill(getpid(), SIGTSTP);
    cnc_resume();
}

// --- Size ---

int32_t cnc_colours(void) { return has_colors() ? COLORS : 0; }
int32_t cnc_rows(void) { return LINES; }
int32_t cnc_columns(void) { return COLS; }

void cnc_fit(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        resizeterm(size.ws_row, size.ws_col);
    }
    werase(stdscr);
    clearok(curscr, TRUE);
}

// --- Drawing ---

int32_t cnc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int32_t cnc_pair(int32_t foreground, int32_t background)
{
    if (!has_colors() || (foreground < 0 && background < 0)) return 0;
    int pair = alloc_pair(foreground, background);
    return pair < 0 ? 0 : pair;
}

static attr_t attributes_of(uint32_t bits)
{
    return (bits & CNC_BOLD ? WA_BOLD : 0) | (bits & CNC_DIM ? WA_DIM : 0)
        | (bits & CNC_ITALIC ? WA_ITALIC : 0) | (bits & CNC_UNDERLINE ? WA_UNDERLINE : 0)
        | (bits & CNC_REVERSE ? WA_REVERSE : 0);
}

static cchar_t ready[CNC_MOST_GLYPHS];

// A blank with the look of the glyphs that follow.
static cchar_t look;

void cnc_look(uint32_t attributes, int32_t pair)
{
    int extended = pair;
    setcchar(&look, L" ", attributes_of(attributes), 0, &extended);
}

void cnc_set(int32_t place, const uint32_t *scalars, int32_t count)
{
    if (place < 0 || place >= CNC_MOST_GLYPHS) return;
    ready[place] = look;
    if (count == 1) {
        ready[place].chars[0] = (wchar_t)scalars[0];
        return;
    }
    wchar_t blank[CCHARW_MAX + 1];
    attr_t attributes;
    short pair;
    int extended;
    getcchar(&look, blank, &attributes, &pair, &extended);
    wchar_t text[CCHARW_MAX + 1];
    int length = count < CCHARW_MAX ? count : CCHARW_MAX;
    for (int i = 0; i < length; i++) text[i] = (wchar_t)scalars[i];
    text[length] = L'\0';
    if (setcchar(&ready[place], text, attributes, 0, &extended) != OK) ready[place] = look;
}

void cnc_put(int32_t row, int32_t column, int32_t count)
{
    int length = count < CNC_MOST_GLYPHS ? count : CNC_MOST_GLYPHS;
    mvwadd_wchnstr(stdscr, row, column, ready, length);
}

static void send_gathered(off_t length)
{
    static char bytes[1 << 16];
    for (off_t sent = 0; sent < length;) {
        size_t most = length - sent < (off_t)sizeof bytes ? (size_t)(length - sent) : sizeof bytes;
        ssize_t read = pread(gathered, bytes, most, sent);
        if (read <= 0) return;
        for (ssize_t done = 0; done < read;) {
            ssize_t written = write(STDOUT_FILENO, bytes + done, (size_t)(read - done));
            if (written >= 0) {
                done += written;
            } else if (errno == EAGAIN) {
                struct pollfd terminal = { STDOUT_FILENO, POLLOUT, 0 };
                if (poll(&terminal, 1, -1) < 0 && errno != EINTR) return;
            } else if (errno != EINTR) {
                return;
            }
        }
        sent += read;
    }
}

// ncurses writes at each move of the cursor, some dozens of times a picture, and each time whoever
// shows the terminal is woken: what it writes is gathered, and sent as one.
static void send_as_one(void (*draw)(bool is_cursor_wanted), bool is_cursor_wanted)
{
    bool is_gathering = gathered >= 0 && lseek(gathered, 0, SEEK_SET) == 0
        && dup3(gathered, fileno(output), O_CLOEXEC) >= 0;
    draw(is_cursor_wanted);
    if (!is_gathering) return;
    dup3(STDOUT_FILENO, fileno(output), O_CLOEXEC);
    send_gathered(lseek(gathered, 0, SEEK_CUR));
}

static void draw_changes(bool is_cursor_wanted)
{
    if (is_cursor_wanted != is_cursor_shown) curs_set(is_cursor_wanted);
    is_cursor_shown = is_cursor_wanted;
    wrefresh(stdscr);
}

void cnc_show(int32_t row, int32_t column)
{
    bool is_wanted = row >= 0 && row < LINES && column >= 0 && column < COLS;
    // Where it is not seen it stands below: what a shell says after a kill -9 begins there.
    if (is_wanted) wmove(stdscr, row, column);
    else wmove(stdscr, LINES - 1, 0);
    send_as_one(draw_changes, is_wanted);
}

// --- Waiting ---

uint32_t cnc_wait(const int32_t *wake, int32_t count, int32_t milliseconds)
{
    enum { most = 16 };
    struct pollfd sources[2 + most];
    int wakes = count < most ? count : most;
    sources[0] = (struct pollfd){ STDIN_FILENO, POLLIN, 0 };
    sources[1] = (struct pollfd){ farewell_pipe[0], POLLIN, 0 };
    for (int i = 0; i < wakes; i++) sources[2 + i] = (struct pollfd){ wake[i], POLLIN, 0 };

    int ready = poll(sources, (nfds_t)(2 + wakes), milliseconds);
    if (ready < 0) return errno == EINTR ? CNC_SIGNAL : CNC_HANGUP;
    uint32_t found = 0;
    if (sources[0].revents & POLLIN) found |= CNC_INPUT;
    else if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CNC_HANGUP;
    if (sources[1].revents & POLLIN) found |= CNC_SIGNAL;
    for (int i = 0; i < wakes; i++) found |= sources[2 + i].revents ? CNC_WAKE : 0;
    return found;
}

int64_t cnc_read(uint8_t *buffer, size_t size)
{
    ssize_t count = read(STDIN_FILENO, buffer, size);
    if (count >= 0) return count;
    return errno == EINTR || errno == EAGAIN ? -1 : 0;
}

int64_t cnc_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
