#ifndef SJ_KEYS_HPP
#define SJ_KEYS_HPP

#include <cstdlib>
#include <cstring>

#include "CSimdJSON.h"

namespace sj {

// Finds a key that stands twice in one object.
//
// For each open level there is a table of `slots` places. A place holds the last key that fell
// on it; only when that key is of the same object are the object's keys compared one by one.
// Objects of more than `few` keys are sorted once, when they close, so no file is quadratic.
class Keys {
 public:
  static constexpr uint32_t few = 64;

  Keys() = default;
  Keys(const Keys &) = delete;
  Keys &operator=(const Keys &) = delete;
  ~Keys();

  // False: no memory.
  bool open();

  // Before each file: `tape` is where its nodes will be, of which there are at most `count`.
  void begin(const uint8_t *buffer, const sj_node *tape, uint32_t count);

  // Whether the key at tape index `key`, one of the first `few` of the object at index `object`,
  // stands earlier in it. All before `key` is written.
  inline bool is_second(uint32_t level, uint32_t object, uint32_t key) {
    const sj_node &node = tape_[key];
    const uint64_t hash = (node.flags & sj_has_escapes)
                              ? hash_escaped(node)
                              : hash_bytes(buffer_ + node.begin, node.end - node.begin);
    uint32_t &place = places_[level * slots + (hash >> (64 - slot_bits))];
    const bool is_taken = place > base_ + object;
    place = base_ + key;
    return is_taken && stands_before(object, key);
  }

  // The first key of the object that is a second one, 0 if all differ. For objects of any size.
  uint32_t first_second(uint32_t object, uint32_t keys, bool &has_memory);

 private:
  static constexpr uint32_t slot_bits = 10, slots = 1u << slot_bits;
  static constexpr size_t table_size = size_t(sj_deepest + 1) * slots * sizeof(uint32_t);

  static inline uint64_t word(const uint8_t *p) {
    uint64_t bytes;
    memcpy(&bytes, p, 8);
    return bytes;
  }

  // Of the length, the first and the last eight bytes; reads up to eight bytes past the end.
  static inline uint64_t hash_bytes(const uint8_t *p, uint32_t length) {
    uint64_t x = word(p);
    if (length < 8) {
      x &= (uint64_t(1) << (8 * length)) - 1;
    } else {
      x ^= word(p + length - 8) * 0x9E3779B97F4A7C15u;
    }
    x = (x ^ length) * 0xD6E8FEB86659FD93u;
    return (x ^ x >> 32) * 0x9E3779B97F4A7C15u;
  }

  uint64_t hash_escaped(const sj_node &key);
  uint64_t hash_whole(const sj_node &key);
  bool stands_before(uint32_t object, uint32_t key);
  bool are_same(const sj_node &a, const sj_node &b);
  bool make_scratch(uint32_t length);

  const uint8_t *buffer_ = nullptr;
  const sj_node *tape_ = nullptr;
  uint32_t *places_ = nullptr;
  uint32_t base_ = 0, count_ = 0;
  uint8_t *scratch_ = nullptr;
  uint32_t scratch_size_ = 0;
};

}  // namespace sj

#endif
