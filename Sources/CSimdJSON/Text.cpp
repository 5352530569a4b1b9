#include "Text.hpp"

#include <cstring>

namespace sj {
namespace {

bool is_hex(uint8_t c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

uint32_t hex_value(uint8_t c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

uint32_t four_hex(const uint8_t *p) {
  return hex_value(p[0]) << 12 | hex_value(p[1]) << 8 | hex_value(p[2]) << 4 | hex_value(p[3]);
}

// Whether \uXXXX stands at `p`.
bool has_code(const uint8_t *p, const uint8_t *end) {
  return end - p >= 6 && p[0] == '\\' && p[1] == 'u' && is_hex(p[2]) && is_hex(p[3]) &&
         is_hex(p[4]) && is_hex(p[5]);
}

bool is_high(uint32_t code) { return code >= 0xD800 && code < 0xDC00; }
bool is_low(uint32_t code) { return code >= 0xDC00 && code < 0xE000; }

uint8_t *put(uint8_t *out, uint32_t code) {
  if (code < 0x80) {
    *out++ = uint8_t(code);
    return out;
  }
  if (code < 0x800) {
    *out++ = uint8_t(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      *out++ = uint8_t(0xE0 | code >> 12);
    } else {
      *out++ = uint8_t(0xF0 | code >> 18);
      *out++ = uint8_t(0x80 | (code >> 12 & 0x3F));
    }
    *out++ = uint8_t(0x80 | (code >> 6 & 0x3F));
  }
  *out++ = uint8_t(0x80 | (code & 0x3F));
  return out;
}

uint8_t plain_escape(uint8_t letter) {
  switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return letter;
  }
}

bool is_blank(uint8_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_operator(uint8_t c) {
  return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
}

// Moves `i` from the opening to the closing quote, or to the fault.
Fault pass_text(const uint8_t *b, uint32_t length, uint32_t &i) {
  const uint32_t opening = i++;
  while (i < length && b[i] != '"') {
    if (b[i] == 0) return {sj_problem_nul, i};
    if (b[i] < 0x20) return {sj_problem_control_character, i};
    uint32_t step = sequence_length(b + i, b + length);
    if (step == 0) return {sj_problem_bad_utf8, i};
    if (b[i] == '\\' && i + 1 < length && (b[i + 1] == '"' || b[i + 1] == '\\')) step = 2;
    i += step;
  }
  return i < length ? Fault{} : Fault{sj_problem_unclosed_text, opening};
}

}  // namespace

uint32_t sequence_length(const uint8_t *p, const uint8_t *end) {
  const uint8_t c = *p;
  if (c < 0x80) return 1;
  if (c < 0xC2 || c > 0xF4) return 0;
  const uint32_t length = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  if (size_t(end - p) < length) return 0;
  for (uint32_t k = 1; k < length; k++) {
    if ((p[k] & 0xC0) != 0x80) return 0;
  }
  if (c == 0xE0 && p[1] < 0xA0) return 0;  // overlong
  if (c == 0xED && p[1] > 0x9F) return 0;  // surrogate
  if (c == 0xF0 && p[1] < 0x90) return 0;  // overlong
  if (c == 0xF4 && p[1] > 0x8F) return 0;  // above U+10FFFF
  return length;
}

Fault check_escapes(const uint8_t *b, uint32_t begin, uint32_t end) {
  const uint8_t *p = b + begin;
  const uint8_t *const stop = b + end;
  while ((p = static_cast<const uint8_t *>(memchr(p, '\\', size_t(stop - p))))) {
    const uint32_t place = uint32_t(p - b);
    if (p + 1 < stop && p[1] != 'u') {
      if (p[1] == 0 || !strchr("\"\\/bfnrt", p[1])) return {sj_problem_bad_escape, place};
      p += 2;
      continue;
    }
    if (!has_code(p, stop)) return {sj_problem_bad_escape, place};
    const uint32_t code = four_hex(p + 2);
    p += 6;
    if (is_low(code)) return {sj_problem_lone_surrogate, place};
    if (is_high(code)) {
      if (!has_code(p, stop) || !is_low(four_hex(p + 2))) return {sj_problem_lone_surrogate, place};
      p += 6;
    }
  }
  return {};
}

Fault index_slowly(const uint8_t *b, uint32_t length, uint32_t *indexes, uint32_t *count,
                   uint32_t *stop) {
  uint32_t n = 0, i = 0;
  Fault fault;
  bool in_scalar = false;
  while (i < length) {
    const uint8_t c = b[i];
    *stop = i;
    uint32_t step = sequence_length(b + i, b + length);
    if (c == 0) fault = {sj_problem_nul, i};
    if (step == 0) fault = {sj_problem_bad_utf8, i};
    if (c == '"') fault = pass_text(b, length, i);
    if (fault.problem != sj_problem_none) {
      const Fault earlier = i < length && c == '"' ? check_escapes(b, *stop + 1, i) : Fault{};
      if (earlier.problem != sj_problem_none) fault = earlier;
      break;
    }
    const bool starts = c == '"' || is_operator(c) || (!is_blank(c) && !in_scalar);
    if (starts) indexes[n++] = *stop;
    in_scalar = !is_blank(c) && !is_operator(c) && c != '"';
    i += step;
  }
  if (fault.problem == sj_problem_none) *stop = length;
  *count = n;
  return fault;
}

}  // namespace sj

extern "C" size_t sj_unescape(const uint8_t *begin, uint32_t length, uint8_t *out) {
  const uint8_t *p = begin;
  const uint8_t *const end = begin + length;
  uint8_t *to = out;
  while (p < end) {
    const void *found = memchr(p, '\\', size_t(end - p));
    const uint8_t *stop = found ? static_cast<const uint8_t *>(found) : end;
    memcpy(to, p, size_t(stop - p));
    to += stop - p;
    p = stop;
    if (end - p < 2) break;
    if (p[1] != 'u') {
      *to++ = sj::plain_escape(p[1]);
      p += 2;
      continue;
    }
    if (end - p < 6) break;
    uint32_t code = sj::four_hex(p + 2);
    p += 6;
    if (sj::is_high(code) && sj::has_code(p, end)) {
      code = 0x10000 + ((code - 0xD800) << 10) + (sj::four_hex(p + 2) - 0xDC00);
      p += 6;
    }
    to = sj::put(to, code);
  }
  return size_t(to - out);
}
