internal import Vietnamese

/// A typed word with marks, and the registry entries of which a form has it with these marks.
///
/// The folded bytes do not hold marks, so they only say which rows to look at. What is looked at are
/// the forms of the entries a row names, found out once for each query, and the texts of the row.
struct MarkedSearch: Sendable {
  fileprivate let word: MarkedWord
  fileprivate let provinces, units, counterparts, places, categories: EntrySet

  init(_ word: MarkedWord, in registry: Registry) {
    self.word = word
    var form: [UInt8] = []
    func entries(_ kind: RegistryKind) -> EntrySet {
      EntrySet(
        registry[kind].entries.map { entry in
          entry.searchedForms(in: kind).contains { word.occurs(in: $0, form: &form) }
        })
    }
    provinces = entries(.provinces)
    units = entries(.units)
    counterparts = entries(.counterparts)
    places = entries(.places)
    categories = entries(.categories)
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
    var form: [UInt8] = []
    for index in marks.indices where marks[index] {
      let row = rows[index]
      let left = searches.filter { !$0.isInNames(of: row, in: self) }
      guard !left.isEmpty else { continue }
      form.removeAll(keepingCapacity: true)
      text.withUnsafeBufferPointer {
        MarkedText.append(utf8: UnsafeBufferPointer(rebasing: $0[row.texts.range]), to: &form)
      }
      marks[index] = left.allSatisfy { $0.word.occurs(in: form) }
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
