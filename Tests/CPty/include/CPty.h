#ifndef CPTY_H
#define CPTY_H

#include <stdint.h>

// A program in a terminal of its own, for tests. Negative results are errno with its sign turned.

#pragma clang assume_nonnull begin

// Starts `arguments[0]` as leader of a session whose terminal has the given size.
// Returns the process number, and the master's descriptor in *master.
int32_t cpty_start(const char *_Nullable const *_Nonnull arguments,
                   const char *_Nullable const *_Nonnull environment,
                   int32_t rows, int32_t columns, int32_t *master);

int32_t cpty_resize(int32_t master, int32_t rows, int32_t columns);

// Bytes read within `milliseconds`; 0 at the end of the time; -EIO when the other side is gone.
int64_t cpty_read(int32_t master, uint8_t *buffer, int64_t size, int32_t milliseconds);
int64_t cpty_write(int32_t master, const uint8_t *bytes, int64_t count);

int32_t cpty_kill(int32_t process, int32_t signal);
// The exit code, 128 + the signal that ended it, or -1 while it runs; with `blocks`, waits.
int32_t cpty_wait(int32_t process, int32_t blocks);
int32_t cpty_close(int32_t master);

int64_t cpty_milliseconds(void);

// The columns the C library gives each of the first `count` scalars in UTF-8; -1 when it knows none.
void cpty_widths(int8_t *widths, int32_t count);

#pragma clang assume_nonnull end

#endif
