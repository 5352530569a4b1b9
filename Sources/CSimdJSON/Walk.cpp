#include "Walk.hpp"

#include <initializer_list>

namespace sj {
namespace {

// One container that is not yet closed.
struct Open {
  uint32_t node;
  uint32_t keys;
  uint8_t closing;
};

// A byte that may stand right after a number or a literal. Each of them is indexed by itself.
struct Ends {
  bool is[256] = {};
  constexpr Ends() {
    for (const char c : {' ', '\n', '\r', '\t', ',', ':', '[', ']', '{', '}', '\0'}) {
      is[uint8_t(c)] = true;
    }
  }
};
constexpr Ends ends;

inline bool is_digit(uint8_t c) { return uint8_t(c - '0') < 10; }

// The end of the number at `p`, or null.
inline const uint8_t *number_end(const uint8_t *p) {
  if (*p == '-') p++;
  if (!is_digit(*p)) return nullptr;
  if (*p++ != '0') {
    while (is_digit(*p)) p++;
  }
  if (*p == '.') {
    if (!is_digit(*++p)) return nullptr;
    while (is_digit(*p)) p++;
  }
  if ((*p | 0x20) == 'e') {
    p++;
    if (*p == '+' || *p == '-') p++;
    if (!is_digit(*p)) return nullptr;
    while (is_digit(*p)) p++;
  }
  return ends.is[*p] ? p : nullptr;
}

bool is_conflict_mark(const uint8_t *b, uint32_t length, uint32_t i) {
  if (!strchr("<=>|", b[i]) || (i > 0 && b[i - 1] != '\n') || length - i < 7) return false;
  for (uint32_t k = 1; k < 7; k++) {
    if (b[i + k] != b[i]) return false;
  }
  return true;
}

// What is wrong at `i`, where one thing was `expected`.
[[gnu::cold, gnu::noinline]]
Fault fault_at(const uint8_t *b, uint32_t length, uint32_t i, sj_problem expected) {
  const uint8_t c = b[i];
  if (i >= length) return {sj_problem_unexpected_end, length};
  if (c == 0) return {sj_problem_nul, i};
  if (is_conflict_mark(b, length, i)) return {sj_problem_conflict_mark, i};
  const bool is_slash = c == '/' && (b[i + 1] == '/' || b[i + 1] == '*');
  if (c == '#' || is_slash) return {sj_problem_comment, i};
  if (c == '\'') return {sj_problem_single_quote, i};
  if (expected == sj_problem_expected_comma && (c == ']' || c == '}')) {
    return {sj_problem_wrong_bracket, i};
  }
  if (expected == sj_problem_expected_value) {
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return {sj_problem_bad_literal, i};
    if (c == '+' || c == '.') return {sj_problem_bad_number, i};
  }
  return {expected, i};
}

// The fault of a value or key missing at `i`, before which the token at `before` stands.
[[gnu::cold, gnu::noinline]]
Fault missing_at(const uint8_t *b, uint32_t length, uint32_t i, uint32_t before,
                 sj_problem expected) {
  if (i < length && (b[i] == ']' || b[i] == '}')) {
    if (b[before] == ',') return {sj_problem_trailing_comma, before};
    if (b[before] == '[' || b[before] == '{') return {sj_problem_wrong_bracket, i};
  }
  return fault_at(b, length, i, expected);
}

// The first byte at or after `from` that is a backslash, `length` if there is none.
inline uint32_t next_backslash(const uint8_t *b, uint32_t from, uint32_t length) {
  const void *const found = memchr(b + from, '\\', length - from);
  return found ? uint32_t(static_cast<const uint8_t *>(found) - b) : length;
}

// Number or literal at `i`, or the fault that there is none.
inline Fault scalar(const uint8_t *b, uint32_t length, uint32_t i, uint32_t before, sj_node &node) {
  const uint8_t *end = nullptr;
  sj_problem problem = sj_problem_bad_literal;
  switch (b[i]) {
    case 't':
      node.kind = sj_kind_true;
      if (!memcmp(b + i, "true", 4)) end = b + i + 4;
      break;
    case 'f':
      node.kind = sj_kind_false;
      if (!memcmp(b + i, "false", 5)) end = b + i + 5;
      break;
    case 'n':
      node.kind = sj_kind_null;
      if (!memcmp(b + i, "null", 4)) end = b + i + 4;
      break;
    case '-': case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      node.kind = sj_kind_number;
      problem = sj_problem_bad_number;
      end = number_end(b + i);
      break;
    default:
      return missing_at(b, length, i, before, sj_problem_expected_value);
  }
  if (!end || !ends.is[*end]) return {problem, i};
  if (*end == 0 && end != b + length) return {sj_problem_nul, uint32_t(end - b)};
  node = {i, uint32_t(end - b), 0, node.kind, 0, 0};
  return {};
}

// The walk itself. What moves at every token is local to `run`, so that it stays in registers.
class Walk {
 public:
  Walk(const uint8_t *buffer, uint32_t length, sj_node *tape, Keys &keys)
      : b_(buffer), length_(length), tape_(tape), keys_(keys),
        backslash_(next_backslash(buffer, 0, length)) {}

  Fault run(const uint32_t *ix, uint32_t *count);

 private:
  // The text or key whose opening quote is at `i`, `next` being the following token.
  inline Fault text(uint32_t i, uint32_t next, sj_kind kind, sj_node &node) {
    uint32_t end = next - 1;
    while (b_[end] != '"') end--;
    node = {i + 1, end, uint32_t(&node - tape_) + 1, kind, 0, 0};
    return backslash_ < end ? escapes(node) : Fault{};
  }

  [[gnu::noinline]] Fault escapes(sj_node &node) {
    if (backslash_ >= node.begin) {
      const Fault fault = check_escapes(b_, node.begin, node.end);
      if (fault.problem != sj_problem_none) return fault;
      node.flags = sj_has_escapes;
    }
    backslash_ = next_backslash(b_, node.end, length_);
    return {};
  }

  // Checks the keys of an object that has more of them than were checked one by one.
  [[gnu::noinline]] Fault many_keys(const Open &object) {
    bool has_memory = true;
    const uint32_t key = keys_.first_second(object.node, object.keys, has_memory);
    if (!has_memory) return {sj_problem_no_memory, tape_[object.node].begin};
    return key ? Fault{sj_problem_duplicate_key, tape_[key].begin - 1} : Fault{};
  }

  const uint8_t *const b_;
  const uint32_t length_;
  sj_node *const tape_;
  Keys &keys_;
  uint32_t backslash_;
  Open open_[sj_deepest + 1];  // by level, from 1
};

Fault Walk::run(const uint32_t *ix, uint32_t *count) {
  const uint8_t *const b = b_;
  sj_node *out = tape_;
  uint32_t depth = 0, i = 0;
  Fault fault;

value:
  i = *ix++;
  if (b[i] == '"') {
    fault = text(i, *ix, sj_kind_text, *out);
    if (fault.problem != sj_problem_none) return fault;
    out++;
  } else if (b[i] == '{' || b[i] == '[') {
    if (depth == sj_deepest) return {sj_problem_too_deep, i};
    const bool is_object = b[i] == '{';
    open_[++depth] = {uint32_t(out - tape_), 0, uint8_t(b[i] + 2)};  // ] and } are two on
    *out++ = {i, 0, 0, is_object ? sj_kind_object : sj_kind_array, 0, 0};
    if (b[*ix] == open_[depth].closing) goto close;
    if (is_object) goto key;
    goto value;
  } else {
    fault = scalar(b, length_, i, depth ? ix[-2] : i, *out);
    if (fault.problem != sj_problem_none) return fault;
    out->next = uint32_t(out - tape_) + 1;
    out++;
  }

after:
  if (depth == 0) goto done;
  if (b[*ix] == ',') {
    ix++;
    if (open_[depth].closing == '}') goto key;
    goto value;
  }
  if (b[*ix] != open_[depth].closing) return fault_at(b, length_, *ix, sj_problem_expected_comma);

close:
  tape_[open_[depth].node].end = *ix++ + 1;
  tape_[open_[depth].node].next = uint32_t(out - tape_);
  if (open_[depth].keys > Keys::few) {
    fault = many_keys(open_[depth]);
    if (fault.problem != sj_problem_none) return fault;
  }
  depth--;
  goto after;

key:
  i = *ix++;
  if (b[i] != '"') return missing_at(b, length_, i, ix[-2], sj_problem_expected_key);
  fault = text(i, *ix, sj_kind_key, *out);
  if (fault.problem != sj_problem_none) return fault;
  if (++open_[depth].keys <= Keys::few &&
      keys_.is_second(depth, open_[depth].node, uint32_t(out - tape_))) {
    return {sj_problem_duplicate_key, i};
  }
  out++;
  if (b[*ix] != ':') return fault_at(b, length_, *ix, sj_problem_expected_colon);
  ix++;
  goto value;

done:
  if (*ix < length_) return fault_at(b, length_, *ix, sj_problem_trailing_text);
  *count = uint32_t(out - tape_);
  return {};
}

}  // namespace

Fault walk(const uint8_t *buffer, uint32_t length, const uint32_t *indexes, sj_node *tape,
           uint32_t *count, Keys &keys) {
  return Walk(buffer, length, tape, keys).run(indexes, count);
}

}  // namespace sj
