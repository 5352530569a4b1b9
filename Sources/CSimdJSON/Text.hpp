#ifndef SJ_TEXT_HPP
#define SJ_TEXT_HPP

#include "CSimdJSON.h"

namespace sj {

struct Fault {
  sj_problem problem = sj_problem_none;
  uint32_t offset = 0;
};

// The bytes of the well-formed UTF-8 sequence at `p`, 0 if there is none before `end`.
uint32_t sequence_length(const uint8_t *p, const uint8_t *end);

// Checks every escape between the quotes of one text.
Fault check_escapes(const uint8_t *buffer, uint32_t begin, uint32_t end);

// Finds the structure byte by byte, as simdjson's first stage does, up to the first byte that no
// JSON text may hold. All indexes are below `stop`: the length, or where the faulty token begins.
Fault index_slowly(const uint8_t *buffer, uint32_t length, uint32_t *indexes, uint32_t *count,
                   uint32_t *stop);

}  // namespace sj

#endif
