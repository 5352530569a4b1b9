#ifndef SJ_WALK_HPP
#define SJ_WALK_HPP

#include "Keys.hpp"
#include "Text.hpp"

namespace sj {

// Checks a whole document and writes its tape. `indexes` holds the place of each bracket, colon,
// comma, and of the first byte of each text, number and literal, and then `length`, twice;
// buffer[length] is 0. The tape has room for a node an index.
Fault walk(const uint8_t *buffer, uint32_t length, const uint32_t *indexes, sj_node *tape,
           uint32_t *count, Keys &keys);

}  // namespace sj

#endif
