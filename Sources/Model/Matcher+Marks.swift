internal import Vietnamese

/// A typed word with marks, and the registry entries of which a form has it with these marks.
///
/// The folded bytes do not hold marks, so they only say which rows to look at. What is looked at are
/// the forms of the entries a row names, found out once for each query, and the texts of the row.
struct MarkedSearch: Sendable {
  fileprivate let word: MarkedWord
  fileprivate let provinces, units, counterparts, places, categories: EntrySet

  /// One look at the names for all the words.
  static func searches(_ words: [MarkedWord], in registry: Registry) -> [MarkedSearch] {
    guard !words.isEmpty else { return [] }
    let provinces = entries(.provinces, with: words, in: registry)
    let units = entries(.units, with: words, in: registry)
    let counterparts = entries(.counterparts, with: words, in: registry)
    let places = entries(.places, with: words, in: registry)
    let categories = entries(.categories, with: words, in: registry)
    return words.indices.map { index in
      MarkedSearch(
        word: words[index], provinces: provinces[index], units: units[index],
        counterparts: counterparts[index], places: places[index], categories: categories[index])
    }
  }

  /// For each word the entries of which a searched form has it.
  private static func entries(
    _ kind: RegistryKind, with words: [MarkedWord], in registry: Registry
  ) -> [EntrySet] {
    let entries = registry[kind].entries
    var sets = Array(
      repeating: EntrySet(Array(repeating: false, count: entries.count)), count: words.count)
    let hasInitials = words.contains(where: \.mayBeInitials)
    var form: [UInt8] = []
    for (place, entry) in entries.enumerated() {
      form.removeAll(keepingCapacity: true)
      entry.forEachSearchedForm(in: kind, withInitials: hasInitials) {
        MarkedText.appendIfMarked($0, to: &form)
      }
      guard !form.isEmpty else { continue }
      for index in words.indices where words[index].occurs(in: form) { sets[index].insert(place) }
    }
    return sets
  }

  fileprivate func isInNames(of row: Row, in chunk: Chunk) -> Bool {
    provinces.contains(row.province) || units.contains(row.lead)
      || categories.contains(row.category)
      || chunk.counterparts(row).contains(where: counterparts.contains)
      || chunk.otherProvinces(row).contains(where: provinces.contains)
      || chunk.coordinating(row).contains(where: units.contains)
      || chunk.places(row).contains(where: places.contains)
  }
}

extension Chunk {
  /// Takes the mark from the rows that hold the words only with other marks.
  func narrow(_ marks: inout [Bool], toRowsHolding searches: [MarkedSearch]) {
    text.withUnsafeBufferPointer { text in
      var form: [UInt8] = []
      for index in marks.indices where marks[index] {
        let row = rows[index]
        let texts = UnsafeBufferPointer(rebasing: text[row.texts.range])
        form.removeAll(keepingCapacity: true)
        for search in searches where !search.isInNames(of: row, in: self) {
          if search.word.isSpelled(in: UnsafeRawBufferPointer(texts)) { continue }
          if form.isEmpty { MarkedText.append(utf8: texts, to: &form) }
          guard search.word.occurs(in: form) else {
            marks[index] = false
            break
          }
        }
      }
    }
  }
}

/// A typed tag: all of its words, with the marks that were typed.
struct TagSearch: Sendable {
  private let form: [UInt8]
  private let marked: [MarkedWord]

  init(_ typed: String) {
    form = Folding.searchForm(typed)
    marked = MarkedWord.words(typed: typed, isLastWhole: true)
  }

  func matches(_ row: Row, in chunk: Chunk) -> Bool {
    chunk.tags(row).contains { tag in
      guard Folding.searchForm(tag) == form else { return false }
      let marks = MarkedText.form(tag)
      return marked.allSatisfy { $0.occurs(in: marks) }
    }
  }
}
