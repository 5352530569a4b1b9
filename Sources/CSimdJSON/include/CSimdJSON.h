#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

// A strict JSON reader: simdjson's first stage finds the structure, an own walk checks every
// byte of it and writes a flat tape. It knows JSON and nothing of what the files are about.

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// Why a text is not JSON. The order is of no meaning.
typedef enum __attribute__((enum_extensibility(closed))) sj_problem {
  sj_problem_none,
  sj_problem_empty,              // no byte at all
  sj_problem_blank,              // nothing but blanks
  sj_problem_byte_order_mark,    // UTF-8 with a mark in front
  sj_problem_utf16,              // two bytes a character
  sj_problem_bad_utf8,           // at the first byte of the ill-formed sequence
  sj_problem_nul,                // a zero byte, in a text or outside
  sj_problem_control_character,  // below U+0020 inside a text
  sj_problem_unclosed_text,      // at the quote that opens it
  sj_problem_bad_escape,         // at the backslash
  sj_problem_lone_surrogate,     // at the backslash
  sj_problem_bad_number,         // at its first byte
  sj_problem_bad_literal,        // at its first byte
  sj_problem_expected_value,
  sj_problem_expected_key,
  sj_problem_expected_colon,
  sj_problem_expected_comma,     // or the closing bracket
  sj_problem_trailing_comma,     // at the comma
  sj_problem_wrong_bracket,      // ] for } or } for ]
  sj_problem_duplicate_key,      // at the quote of the second
  sj_problem_too_deep,           // at the bracket of level sj_deepest + 1
  sj_problem_trailing_text,      // after the one value
  sj_problem_unexpected_end,     // at the length
  sj_problem_comment,
  sj_problem_single_quote,
  sj_problem_conflict_mark,      // a line left by git's merge
  sj_problem_too_large,          // 4 GB or more
  sj_problem_no_memory,
} sj_problem;

enum { sj_deepest = 64, sj_padding = 64 };

typedef enum __attribute__((enum_extensibility(closed))) sj_kind : uint8_t {
  sj_kind_object,
  sj_kind_array,
  sj_kind_text,
  sj_kind_number,
  sj_kind_true,
  sj_kind_false,
  sj_kind_null,
  sj_kind_key,
} sj_kind;

enum { sj_has_escapes = 1 };  // in flags, of a text or a key

// One value or key. For a text or key begin..<end are the bytes between the quotes, for all
// others the whole value. `next` is the index just after the whole value; after a key comes
// its value, so a key's `next` is its value.
typedef struct {
  uint32_t begin, end, next;
  sj_kind kind;
  uint8_t flags;
  uint16_t pad;
} sj_node;

typedef struct {
  sj_problem problem;
  uint32_t offset;  // bytes, from 0
  uint32_t line;    // from 1
  uint32_t column;  // characters (Unicode scalars), from 1
} sj_error;

typedef struct sj_reader sj_reader;

// A reader belongs to one thread at a time; its memory only grows. Null: no memory.
sj_reader *_Nullable sj_new(void);
void sj_free(sj_reader *_Nullable reader);

// Reads `length` bytes, behind which sj_padding more must be writable (they become zero).
// 1: *tape holds *count nodes, the first is the top value, until the next call. 0: sj_last_error.
int sj_read(sj_reader *reader, uint8_t *buffer, size_t length,
            const sj_node *_Nullable *_Nonnull tape, uint32_t *count);
void sj_last_error(const sj_reader *reader, sj_error *error);

// Line and column of a byte, both from 1. Takes time in proportion to `offset`.
void sj_locate(const uint8_t *buffer, size_t offset, uint32_t *line, uint32_t *column);

// Writes a text of the tape without its escapes; `out` has room for `length` bytes.
// Gives the bytes written. Only for texts that sj_read has accepted.
size_t sj_unescape(const uint8_t *begin, uint32_t length, uint8_t *out);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif

#endif
