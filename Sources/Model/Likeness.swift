internal import Vietnamese

/// A record whose title is like another's.
package struct Likeness: Hashable, Sendable {
  package var place: RowPlace
  /// Of the words of both titles, each by its weight, how many both have: 1 to 100.
  package var percent: Int
}

extension Register {
  /// Records that may be the same matter as the one at `place`, the likest first.
  ///
  /// Words count the more the rarer they are in a sample of the register's titles. Only rows that
  /// hold one of the title's rarest words are compared: the folded bytes are read once, and at most
  /// ``LikenessSearch/mostCandidates`` titles.
  package func similar(to place: RowPlace, atLeast percent: Int = 30, limit: Int = 3) -> [Likeness]
  {
    var sample = TitleSample()
    sample.follow(self)
    return similar(to: place, by: sample, atLeast: percent, limit: limit)
  }

  /// The same by a sample that has followed this register already.
  package func similar(
    to place: RowPlace, by sample: TitleSample, atLeast percent: Int = 30, limit: Int = 3
  ) -> [Likeness] {
    guard let (chunk, row) = row(at: place) else { return [] }
    let search = LikenessSearch(weights: sample.weights)
    let title = TitleWords(of: row, in: chunk)
    let shortlist = Shortlist(title, search, atLeast: percent)
    var found: [Likeness] = []
    for other in search.candidates(for: title, in: self, except: place) {
      guard let chunk = self.chunk(inSlot: Int(other.slot)) else { continue }
      let row = chunk.rows[Int(other.index)]
      guard shortlist.mayHave(row, in: chunk) else { continue }
      let share = search.percent(title, TitleWords(of: row, in: chunk))
      if share >= percent { found.append(Likeness(place: other, percent: share)) }
    }
    return found.sorted {
      ($1.percent, $0.place.slot, $0.place.index) < ($0.percent, $1.place.slot, $1.place.index)
    }
    .prefix(limit).map(\.self)
  }
}

/// The folded words of a title, each once.
private struct TitleWords {
  let words: Set<ArraySlice<UInt8>>

  init(of row: Row, in chunk: Chunk) {
    let range = row.title.range
    words = chunk.text.withUnsafeBufferPointer { text in
      TitleWords.words(UnsafeBufferPointer(rebasing: text[range]))
    }
  }

  init(_ title: String) {
    words = Array(title.utf8).withUnsafeBufferPointer { TitleWords.words($0) }
  }

  private static func words(_ title: UnsafeBufferPointer<UInt8>) -> Set<ArraySlice<UInt8>> {
    var folded: [UInt8] = []
    Folding.searchWords(
      utf8: UnsafeBufferPointer(rebasing: title.prefix(longest)), into: &folded)
    return Set(folded.split(separator: UInt8(ascii: " ")))
  }

  /// Bytes of a title that count; a title may be a megabyte of anything.
  private static let longest = 600
}

/// How rare words are among titles, and by that how alike two titles are.
fileprivate struct WordWeights: Sendable {
  private var titlesHolding: [ArraySlice<UInt8>: Int] = [:]
  private var count = 0

  mutating func add(_ title: TitleWords) {
    for word in title.words {
      if let known = titlesHolding[word] {
        titlesHolding[word] = known + 1
      } else {
        // Its bytes alone: as a part of the title it would keep all of that.
        titlesHolding[ArraySlice(Array(word))] = 1
      }
    }
    count += 1
  }

  /// Takes away what was added.
  mutating func remove(_ title: TitleWords) {
    for word in title.words {
      let left = titlesHolding[word, default: 1] - 1
      titlesHolding[word] = left == 0 ? nil : left
    }
    count -= 1
  }

  /// Twice as rare is one more.
  func weight(_ word: ArraySlice<UInt8>) -> Int {
    let ratio = (count + 1) / (titlesHolding[word, default: 0] + 1)
    return max(1, Int.bitWidth - ratio.leadingZeroBitCount)
  }

  func percent(_ one: TitleWords, _ other: TitleWords) -> Int {
    var (shared, all) = (0, 0)
    for word in one.words {
      all += weight(word)
      if other.words.contains(word) { shared += weight(word) }
    }
    for word in other.words where !one.words.contains(word) { all += weight(word) }
    return all == 0 ? 0 : shared * 100 / all
  }
}

/// The same for titles that are in no register yet.
package struct TitleLikeness: Sendable {
  private var weights = WordWeights()

  /// From so many percent on two new titles may be the same matter.
  package static let suspicious = 60

  /// - Parameter titles: Among which words are common or rare.
  package init(_ titles: some Sequence<String>) {
    for title in titles { weights.add(TitleWords(title)) }
  }

  package func percent(_ one: String, _ other: String) -> Int {
    weights.percent(TitleWords(one), TitleWords(other))
  }
}

/// Tells from the search form of a record, which has the words of its title among others, that it
/// cannot be like a title: most candidates have too few of the words, and need not be compared.
private struct Shortlist {
  /// The heaviest first.
  private let words: [(needle: Needle, weight: Int)]
  /// More than this may not be missing.
  private let mostMissing: Int

  init(_ title: TitleWords, _ search: LikenessSearch, atLeast percent: Int) {
    words = title.words.map { word in
      (Needle([UInt8(ascii: " ")] + word + [UInt8(ascii: " ")]), search.weight(word))
    }
    .sorted { $0.weight > $1.weight }
    let all = words.reduce(0) { $0 + $1.weight }
    // Words that only the other title has make the share smaller still.
    mostMissing = all - (all * percent + 99) / 100
  }

  func mayHave(_ row: Row, in chunk: Chunk) -> Bool {
    chunk.folded.withUnsafeBytes { bytes in
      let form = UnsafeRawBufferPointer(rebasing: bytes[row.folded.range])
      var missing = 0
      for (needle, weight) in words where !needle.occurs(in: form) {
        missing += weight
        if missing > mostMissing { return false }
      }
      return true
    }
  }
}

/// Titles from all over a register, as many from 100 000 records as from 1000, and how rare their
/// words are. Kept, only titles of files that changed are taken anew, or all where rows were added.
///
/// About a quarter of a megabyte, and 4 ms to take them all.
package struct TitleSample: Sendable, Equatable {
  fileprivate private(set) var weights = WordWeights()
  /// By slot, what of the file is in it; nil where nothing is.
  private var taken: [Taken?] = []
  /// From one row that is taken to the next.
  private var stride = 0

  private static let size = 1000

  /// Every `stride`th row of a file, from the `first` on.
  private struct Taken: Equatable {
    let chunk: Chunk
    let first: Int
  }

  package init() {}

  /// What is known of the words follows from what was taken.
  package static func == (one: TitleSample, other: TitleSample) -> Bool {
    one.stride == other.stride && one.taken == other.taken
  }

  /// Takes what changed; false when that was all. At most about so many titles are read.
  @discardableResult
  package mutating func follow(_ register: Register, atMost titles: Int = .max) -> Bool {
    let stride = max(1, register.count / TitleSample.size)
    if stride != self.stride || register.chunks.count < taken.count {
      self = TitleSample()
      self.stride = stride
    }
    taken += Array(repeating: nil, count: register.chunks.count - taken.count)
    var (next, seen) = (0, 0)
    for (slot, chunk) in register.chunks.enumerated() {
      let now = chunk.map { Taken(chunk: $0, first: next) }
      if now != taken[slot] {
        guard seen < titles else { return true }
        if let old = taken[slot] { seen += count(old) { $0.remove($1) } }
        if let now { seen += count(now) { $0.add($1) } }
        taken[slot] = now
      }
      guard let chunk else { continue }
      let missing = max(0, chunk.rows.count - next)
      next += (missing + stride - 1) / stride * stride - chunk.rows.count
    }
    return false
  }

  /// How many titles those were.
  private mutating func count(
    _ taken: Taken, _ body: (inout WordWeights, TitleWords) -> Void
  ) -> Int {
    let rows = taken.chunk.rows
    var (index, titles) = (taken.first, 0)
    while index < rows.count {
      body(&weights, TitleWords(of: rows[index], in: taken.chunk))
      index += stride
      titles += 1
    }
    return titles
  }
}

/// Looks for titles in one register.
private struct LikenessSearch {
  let weights: WordWeights

  private static let needles = 4
  static let mostCandidates = 3000

  func percent(_ one: TitleWords, _ other: TitleWords) -> Int { weights.percent(one, other) }
  func weight(_ word: ArraySlice<UInt8>) -> Int { weights.weight(word) }

  /// The rows that hold one of the title's rarest words, the rarest first.
  func candidates(for title: TitleWords, in register: Register, except own: RowPlace) -> [RowPlace]
  {
    let rarest = title.words.filter { $0.count > 1 }
      .sorted {
        (weights.weight($1), $1.count, $0.lexical) < (weights.weight($0), $0.count, $1.lexical)
      }
      .prefix(LikenessSearch.needles)
    let needles = rarest.map { Needle([UInt8(ascii: " ")] + $0 + [UInt8(ascii: " ")]) }
    var found: [RowPlace] = []
    var seen: Set<RowPlace> = [own]
    for place in rows(holding: needles, in: register, except: own).joined()
    where found.count < LikenessSearch.mostCandidates && seen.insert(place).inserted {
      found.append(place)
    }
    return found
  }

  /// The rows that hold each of the words, in register order, as many of each as may be needed:
  /// every file is looked through for all words while its bytes are at hand.
  private func rows(
    holding needles: [Needle], in register: Register, except own: RowPlace
  ) -> [[RowPlace]] {
    // Of a word's rows at most so many were found by the words before it.
    let most = 2 * LikenessSearch.mostCandidates
    var rows = Array(repeating: [RowPlace](), count: needles.count)
    for case (let slot, let chunk?) in register.chunks.enumerated() {
      for (index, needle) in needles.enumerated() where rows[index].count < most {
        chunk.forEachRow(holding: needle) { row in
          let place = RowPlace(slot: slot, index: row)
          guard chunk.rows[row].status != .merged, place != own else { return true }
          rows[index].append(place)
          return rows[index].count < most
        }
      }
      // The rarest word alone may give all that are looked at.
      if let first = rows.first, first.count >= LikenessSearch.mostCandidates { return [first] }
    }
    return rows
  }
}

extension ArraySlice<UInt8> {
  /// An order of its own for words that are alike otherwise.
  fileprivate var lexical: String { String(decoding: self, as: UTF8.self) }
}

extension Chunk {
  /// The rows whose folded bytes hold `needle`, in order, until `body` gives false. One scan.
  fileprivate func forEachRow(holding needle: Needle, _ body: (Int) -> Bool) {
    folded.withUnsafeBytes { bytes in
      var (offset, index) = (0, 0)
      while index < rows.count, let hit = needle.firstMatch(in: bytes, from: offset) {
        while index < rows.count, rows[index].folded.end <= hit { index += 1 }
        guard index < rows.count, body(index) else { return }
        offset = Int(rows[index].folded.end)
        index += 1
      }
    }
  }
}
