#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The whole of ncurses that Swift may see. The ncurses headers stay in the C files.
// Nothing here may be called from two threads at once.

#pragma clang assume_nonnull begin

// The colours an entry of the terminal database promises: 0 or less for none.
// Errors: CNC_UNKNOWN when there is no such entry, CNC_TOO_SIMPLE when it cannot move the cursor.
enum { CNC_UNKNOWN = -1001, CNC_TOO_SIMPLE = -1002 };
int32_t cnc_colours_of(const char *terminal);

// Takes the terminal over. 0 when done, else an errno; ENOTTY when there is no terminal.
int32_t cnc_open(const char *terminal);
// Puts the terminal back; what was written to standard error meanwhile goes where it was meant to,
// unless cnc_take_errors has taken it.
void cnc_close(void);
// The end of what was written to standard error while the screen was up, as much as fits.
size_t cnc_take_errors(char *buffer, size_t size);

// Lends the terminal to a child, and takes it back, painting the screen anew.
void cnc_suspend(void);
void cnc_resume(void);
// Lends the terminal to the shell and stops this process, until the shell continues it.
void cnc_stop(void);

bool cnc_is_utf8(void);
int32_t cnc_colours(void);
int32_t cnc_rows(void);
int32_t cnc_columns(void);
// Takes on the terminal's size, and forgets what the screen shows.
void cnc_fit(void);

// The columns the C library gives a scalar: what ncurses and most terminals go by. -1: no glyph.
int32_t cnc_width(uint32_t scalar);
// A pair of colours, -1 being the terminal's own. 0 when it has no colours.
int32_t cnc_pair(int32_t foreground, int32_t background);

enum {
  CNC_BOLD = 1,
  CNC_DIM = 2,
  CNC_ITALIC = 4,
  CNC_UNDERLINE = 8,
  CNC_REVERSE = 16,
};
enum { CNC_MOST_GLYPHS = 512 };
// The look of the glyphs that are made ready from now on.
void cnc_look(uint32_t attributes, int32_t pair);
// Makes one glyph of a run ready: a spacing scalar and its marks, at most 5 scalars together.
void cnc_set(int32_t place, const uint32_t *scalars, int32_t count);
// Draws the first `count` glyphs that are ready from a cell on; a wide one takes two cells.
void cnc_put(int32_t row, int32_t column, int32_t count);
// Sends what changed, and leaves the cursor at a cell, or hides it when `row` is negative.
void cnc_show(int32_t row, int32_t column);

enum { CNC_INPUT = 1, CNC_WAKE = 2, CNC_SIGNAL = 4, CNC_HANGUP = 8 };
// Sleeps until input, a descriptor of `wake`, a signal, or the end of `milliseconds` (-1: for ever).
// Returns what there is, or 0 at the end of the time.
uint32_t cnc_wait(const int32_t *_Nullable wake, int32_t count, int32_t milliseconds);
// Reads what was typed; 0 when the terminal is gone, -1 when there is nothing after all.
int64_t cnc_read(uint8_t *buffer, size_t size);
// A signal that came since the last call, lowest number first; 0 when there is none.
int32_t cnc_take_signal(void);
// A clock that only goes forward.
int64_t cnc_milliseconds(void);

#pragma clang assume_nonnull end

#endif
