#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>

/// Writes the NFC form of `length` bytes of UTF-8 to `out` and returns its length. If it is longer
/// than `capacity` nothing is written: call again with that room. SIZE_MAX if the text is not
/// UTF-8 or memory runs out. Zero bytes are text like any other; `out` may be NULL with no capacity.
size_t csys_nfc(const uint8_t *text, size_t length, uint8_t *out, size_t capacity);

/// The offset of the first `needle` in `haystack`, or -1. An empty needle is at 0.
ptrdiff_t csys_memmem(const void *haystack, size_t haystack_length, const void *needle,
                      size_t needle_length);

/// The magic number of the file system that holds `path` (statfs(2), f_type), or -1 with errno set.
int64_t csys_statfs_type(const char *path);

/// Asks the system to fetch a file into memory, unless its beginning is there already. Says nothing
/// of what goes wrong: who reads the file will see.
void csys_read_ahead(const char *path);

#endif
