#include "Keys.hpp"

#include <sys/mman.h>

#include <algorithm>

namespace sj {
namespace {

struct Hashed {
  uint64_t hash;
  uint32_t key;
};

}  // namespace

Keys::~Keys() {
  if (places_) munmap(places_, table_size);
  free(scratch_);
}

bool Keys::open() {
  // Straight from the system: of its pages only those of the levels that are met become memory.
  void *const table =
      mmap(nullptr, table_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (table == MAP_FAILED) return false;
  places_ = static_cast<uint32_t *>(table);
  return true;
}

void Keys::begin(const uint8_t *buffer, const sj_node *tape, uint32_t count) {
  // What the last file left in the table is below the new base, so it need not be cleared.
  const uint64_t next = uint64_t(base_) + count_ + 1;
  if (next + count > UINT32_MAX) {
    memset(places_, 0, table_size);
    base_ = 0;
  } else {
    base_ = uint32_t(next);
  }
  buffer_ = buffer;
  tape_ = tape;
  count_ = count;
}

// Room for two texts of `length` bytes and what hash_bytes reads past them.
bool Keys::make_scratch(uint32_t length) {
  const uint64_t size = 2 * (uint64_t(length) + 16);
  if (size <= scratch_size_) return true;
  free(scratch_);
  scratch_ = size > UINT32_MAX ? nullptr : static_cast<uint8_t *>(malloc(size));
  scratch_size_ = scratch_ ? uint32_t(size) : 0;
  return scratch_ != nullptr;
}

uint64_t Keys::hash_escaped(const sj_node &key) {
  const uint32_t length = key.end - key.begin;
  // Without memory the table cannot tell, so all such keys share a place and are compared.
  if (!make_scratch(length)) return 0;
  const size_t bytes = sj_unescape(buffer_ + key.begin, length, scratch_);
  memset(scratch_ + bytes, 0, 8);
  return hash_bytes(scratch_, uint32_t(bytes));
}

uint64_t Keys::hash_whole(const sj_node &key) {
  const uint8_t *p = buffer_ + key.begin;
  size_t length = key.end - key.begin;
  if ((key.flags & sj_has_escapes) && make_scratch(uint32_t(length))) {
    length = sj_unescape(p, uint32_t(length), scratch_);
    p = scratch_;
  }
  uint64_t hash = length;
  for (size_t i = 0; i < length; i++) hash = (hash ^ p[i]) * 0x100000001B3u;
  return hash;
}

bool Keys::are_same(const sj_node &a, const sj_node &b) {
  const uint32_t a_length = a.end - a.begin, b_length = b.end - b.begin;
  if (!((a.flags | b.flags) & sj_has_escapes)) {
    return a_length == b_length && !memcmp(buffer_ + a.begin, buffer_ + b.begin, a_length);
  }
  const uint32_t longer = std::max(a_length, b_length);
  if (!make_scratch(longer)) return false;
  uint8_t *const second = scratch_ + longer + 16;
  const size_t a_bytes = sj_unescape(buffer_ + a.begin, a_length, scratch_);
  const size_t b_bytes = sj_unescape(buffer_ + b.begin, b_length, second);
  return a_bytes == b_bytes && !memcmp(scratch_, second, a_bytes);
}

bool Keys::stands_before(uint32_t object, uint32_t key) {
  for (uint32_t k = object + 1; k < key; k = tape_[k + 1].next) {
    if (are_same(tape_[k], tape_[key])) return true;
  }
  return false;
}

uint32_t Keys::first_second(uint32_t object, uint32_t keys, bool &has_memory) {
  Hashed *const all = static_cast<Hashed *>(malloc(size_t(keys) * sizeof(Hashed)));
  has_memory = all != nullptr;
  if (!all) return 0;
  uint32_t k = object + 1;
  for (uint32_t i = 0; i < keys; i++) {
    all[i] = {hash_whole(tape_[k]), k};
    k = tape_[k + 1].next;
  }
  std::sort(all, all + keys, [](const Hashed &a, const Hashed &b) {
    return a.hash != b.hash ? a.hash < b.hash : a.key < b.key;
  });
  uint32_t first = 0;
  for (uint32_t i = 1; i < keys; i++) {
    for (uint32_t j = i; j > 0 && all[j - 1].hash == all[i].hash; j--) {
      const uint32_t key = all[i].key;
      const bool is_earlier = first == 0 || key < first;
      if (is_earlier && are_same(tape_[all[j - 1].key], tape_[key])) first = key;
    }
  }
  free(all);
  return first;
}

}  // namespace sj
