#include "CSimdJSON.h"

#include <simdjson.h>

#include <memory>
#include <new>

#include "Keys.hpp"
#include "Text.hpp"
#include "Walk.hpp"

using sj::Fault;

struct sj_reader {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
  sj_node *tape = nullptr;
  uint32_t room = 0;  // nodes
  sj::Keys keys;
  sj_error error = {sj_problem_none, 0, 1, 1};

  ~sj_reader() { free(tape); }
};

namespace {

// What the first two bytes tell of a text that is not plain UTF-8, or of none.
Fault fault_of_start(const uint8_t *b, size_t length) {
  if (length == 0) return {sj_problem_empty, 0};
  if (length > UINT32_MAX - 2 * sj_padding) return {sj_problem_too_large, 0};
  if (length >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF) {
    return {sj_problem_byte_order_mark, 0};
  }
  if (length < 2) return {};
  const bool has_mark = (b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF);
  const bool has_one_nul = (b[0] == 0) != (b[1] == 0);
  return has_mark || has_one_nul ? Fault{sj_problem_utf16, 0} : Fault{};
}

// Room for what the first stage writes about a text of `length` bytes.
bool make_parser(sj_reader &r, size_t length) {
  if (!r.parser) {
    const simdjson::implementation *const kind = simdjson::get_active_implementation();
    return kind->create_dom_parser_implementation(length, sj_deepest, r.parser) ==
           simdjson::SUCCESS;
  }
  if (r.parser->capacity() >= length) return true;
  const size_t wanted = length + length / 4;
  return r.parser->set_capacity(wanted > UINT32_MAX ? length : wanted) == simdjson::SUCCESS;
}

bool make_tape(sj_reader &r, uint32_t nodes) {
  if (r.tape && nodes <= r.room) return true;
  free(r.tape);
  const size_t wanted = size_t(nodes) + nodes / 4 + 16;
  r.tape = static_cast<sj_node *>(malloc(wanted * sizeof(sj_node)));
  r.room = r.tape ? uint32_t(wanted > UINT32_MAX ? UINT32_MAX : wanted) : 0;
  return r.tape != nullptr;
}

// Walks the first `stop` bytes along the indexes that stand in the parser.
Fault walk_to(sj_reader &r, uint8_t *b, uint32_t stop, uint32_t indexed, uint32_t *count) {
  uint32_t *const indexes = r.parser->structural_indexes.get();
  indexes[indexed] = indexes[indexed + 1] = stop;
  if (!make_tape(r, indexed + 1)) return {sj_problem_no_memory, 0};
  r.keys.begin(b, r.tape, indexed + 1);
  const uint8_t kept = b[stop];
  b[stop] = 0;
  const Fault fault = sj::walk(b, stop, indexes, r.tape, count, r.keys);
  b[stop] = kept;
  return fault;
}

// The first fault of a text that the first stage or the walk refused. The first stage does not
// say where, and its implementations differ in what they leave to the second: only this one
// names faults, so that a file has the same fault on every machine.
Fault read_slowly(sj_reader &r, uint8_t *b, uint32_t length, uint32_t *count) {
  uint32_t indexed = 0, stop = 0;
  uint32_t *const indexes = r.parser->structural_indexes.get();
  const Fault byte = sj::index_slowly(b, length, indexes, &indexed, &stop);
  if (byte.problem == sj_problem_none && indexed == 0) return {sj_problem_blank, length};
  const Fault fault = walk_to(r, b, stop, indexed, count);
  const bool is_earlier = fault.problem != sj_problem_none && fault.offset < stop;
  return byte.problem == sj_problem_none || is_earlier ? fault : byte;
}

Fault read(sj_reader &r, uint8_t *b, size_t length, uint32_t *count) {
  const Fault start = fault_of_start(b, length);
  if (start.problem != sj_problem_none) return start;
  memset(b + length, 0, sj_padding);
  if (!make_parser(r, length)) return {sj_problem_no_memory, 0};
  if (r.parser->stage1(b, length, simdjson::stage1_mode::regular) == simdjson::SUCCESS) {
    const Fault fault = walk_to(r, b, uint32_t(length), r.parser->n_structural_indexes, count);
    if (fault.problem == sj_problem_none) return fault;
  }
  return read_slowly(r, b, uint32_t(length), count);
}

}  // namespace

sj_reader *sj_new(void) {
  sj_reader *const reader = new (std::nothrow) sj_reader;
  if (reader && !reader->keys.open()) {
    delete reader;
    return nullptr;
  }
  return reader;
}

void sj_free(sj_reader *reader) { delete reader; }

int sj_read(sj_reader *reader, uint8_t *buffer, size_t length, const sj_node **tape,
            uint32_t *count) {
  *count = 0;
  *tape = nullptr;
  const Fault fault = read(*reader, buffer, length, count);
  reader->error = {fault.problem, fault.offset, 1, 1};
  if (fault.problem == sj_problem_none) {
    *tape = reader->tape;
    return 1;
  }
  sj_locate(buffer, fault.offset, &reader->error.line, &reader->error.column);
  return 0;
}

void sj_last_error(const sj_reader *reader, sj_error *error) { *error = reader->error; }

void sj_locate(const uint8_t *buffer, size_t offset, uint32_t *line, uint32_t *column) {
  const uint8_t *p = buffer;
  const uint8_t *const end = buffer + offset;
  *line = 1;
  while (const void *const found = p < end ? memchr(p, '\n', size_t(end - p)) : nullptr) {
    p = static_cast<const uint8_t *>(found) + 1;
    *line += 1;
  }
  *column = 1;
  for (; p < end; p++) *column += (*p & 0xC0) != 0x80;
}
