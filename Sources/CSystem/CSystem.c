#define _GNU_SOURCE
#include "CSystem.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <utf8proc.h>

enum { SCALARS_ON_STACK = 512 };

static const utf8proc_option_t nfc = UTF8PROC_STABLE | UTF8PROC_COMPOSE;

/* Encodes composed scalars; writes only if all of them fit. */
static size_t encode(const utf8proc_int32_t *scalars, size_t count, uint8_t *out, size_t capacity) {
  utf8proc_uint8_t bytes[4];
  size_t needed = 0;
  for (size_t i = 0; i < count; i++) needed += (size_t)utf8proc_encode_char(scalars[i], bytes);
  if (needed > capacity || out == NULL) return needed;
  uint8_t *next = out;
  for (size_t i = 0; i < count; i++) next += utf8proc_encode_char(scalars[i], next);
  return needed;
}

size_t csys_nfc(const uint8_t *text, size_t length, uint8_t *out, size_t capacity) {
  utf8proc_int32_t on_stack[SCALARS_ON_STACK];
  utf8proc_int32_t *scalars = on_stack;
  utf8proc_ssize_t count;
  size_t result = SIZE_MAX;

  if (length > PTRDIFF_MAX / sizeof *scalars) return SIZE_MAX;
  if (length == 0) return 0;
  count = utf8proc_decompose(text, (utf8proc_ssize_t)length, scalars, SCALARS_ON_STACK, nfc);
  if (count > SCALARS_ON_STACK) {
    scalars = malloc((size_t)count * sizeof *scalars);
    if (scalars == NULL) return SIZE_MAX;
    count = utf8proc_decompose(text, (utf8proc_ssize_t)length, scalars, count, nfc);
  }
  if (count >= 0) count = utf8proc_normalize_utf32(scalars, count, nfc);
  if (count >= 0) result = encode(scalars, (size_t)count, out, capacity);
  if (scalars != on_stack) free(scalars);
  return result;
}

ptrdiff_t csys_memmem(const void *haystack, size_t haystack_length, const void *needle,
                      size_t needle_length) {
  if (needle_length == 0) return 0;
  const char *found = memmem(haystack, haystack_length, needle, needle_length);
  return found == NULL ? -1 : found - (const char *)haystack;
}

int64_t csys_statfs_type(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (int64_t)status.f_type : -1;
}

void csys_read_ahead(const char *path) {
  const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (descriptor < 0) return;
  char byte;
  const struct iovec room = {&byte, 1};
  /* The advice walks all pages of the file even where all are there. */
  if (preadv2(descriptor, &room, 1, 0, RWF_NOWAIT) < 0) {
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_WILLNEED);
  }
  close(descriptor);
}
