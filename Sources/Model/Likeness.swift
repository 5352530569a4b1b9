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
  /// hold one of the title's rarest words are compared: a few scans of the folded bytes, and at most
  /// ``LikenessSearch/mostCandidates`` titles.
  package func similar(to place: RowPlace, atLeast percent: Int = 30, limit: Int = 3) -> [Likeness]
  {
    guard let (chunk, row) = row(at: place) else { return [] }
    let search = LikenessSearch(in: self)
    let title = TitleWords(of: row, in: chunk)
    let shortlist = Shortlist(title, search, atLeast: percent)
    let found = search.candidates(for: title, in: self, except: place)
      .compactMap { other -> Likeness? in
        guard let (chunk, row) = self.row(at: other), shortlist.mayHave(row, in: chunk) else {
          return nil
        }
        return Likeness(
          place: other, percent: search.percent(title, TitleWords(of: row, in: chunk)))
      }
    let like = found.filter { $0.percent >= percent }
    return like.sorted {
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
private struct WordWeights {
  private var titlesHolding: [ArraySlice<UInt8>: Int] = [:]
  private var count = 0

  mutating func add(_ title: TitleWords) {
    for word in title.words { titlesHolding[word, default: 0] += 1 }
    count += 1
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

/// Looks for titles in one register.
private struct LikenessSearch {
  private var weights = WordWeights()

  private static let sampleSize = 1000
  private static let needles = 4
  static let mostCandidates = 3000

  func percent(_ one: TitleWords, _ other: TitleWords) -> Int { weights.percent(one, other) }
  func weight(_ word: ArraySlice<UInt8>) -> Int { weights.weight(word) }

  /// Takes titles from all over the register, as many from 100 000 records as from 1000.
  init(in register: Register) {
    let stride = max(1, register.count / LikenessSearch.sampleSize)
    var next = 0
    for case let chunk? in register.chunks {
      while next < chunk.rows.count {
        weights.add(TitleWords(of: chunk.rows[next], in: chunk))
        next += stride
      }
      next -= chunk.rows.count
    }
  }

  /// The rows that hold one of the title's rarest words, the rarest first.
  func candidates(for title: TitleWords, in register: Register, except own: RowPlace) -> [RowPlace]
  {
    let rarest = title.words.filter { $0.count > 1 }
      .sorted {
        (weights.weight($1), $1.count, $0.lexical) < (weights.weight($0), $0.count, $1.lexical)
      }
      .prefix(LikenessSearch.needles)
    var found: [RowPlace] = []
    var seen: Set<RowPlace> = [own]
    for word in rarest {
      let needle = Needle([UInt8(ascii: " ")] + word + [UInt8(ascii: " ")])
      for (slot, chunk) in register.chunks.enumerated() {
        guard let chunk else { continue }
        chunk.forEachRow(holding: needle) { index in
          let place = RowPlace(slot: slot, index: index)
          guard chunk.rows[index].status != .merged, seen.insert(place).inserted else {
            return true
          }
          found.append(place)
          return found.count < LikenessSearch.mostCandidates
        }
        if found.count >= LikenessSearch.mostCandidates { return found }
      }
    }
    return found
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
