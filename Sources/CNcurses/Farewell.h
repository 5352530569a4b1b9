#ifndef FAREWELL_H
#define FAREWELL_H

#include <stdbool.h>
#include <termios.h>

// What puts the terminal back when the program cannot: after a crash, in a signal handler.
// Kept apart from ncurses, because hardly any of ncurses may be called from there.

// The terminal as it was before ncurses touched it.
extern struct termios farewell_modes;
// The pipe through which signals wake the wait; the first end is for reading.
extern int farewell_pipe[2];

// Empties the farewell, then adds a capability's or a literal sequence.
void farewell_clear(void);
void farewell_add(const char *sequence);
// Whether there is a screen to put back just now.
void farewell_arm(bool is_armed);

// Errno of what failed, or 0.
int farewell_catch_signals(void);
void farewell_release_signals(void);
// While a child has the terminal, a stop signal stops this process too, in the ordinary way.
void farewell_lend_signals(bool is_lent);

// Sends standard error to a nameless file, and back again.
void farewell_hold_errors(void);
void farewell_release_errors(void);
// Copies what was held to the true standard error, once. Safe in a signal handler.
void farewell_pass_errors_on(void);

#endif
