/// A text with places in it where other names can stand.
struct SlotText {
  /// What a slot stands for: the record's province, or one of its counterparts or places.
  enum Slot: Hashable {
    case province
    case counterpart(Int)
    case place(Int)
  }

  private enum Piece {
    case text(String)
    case slot(Slot)
  }

  private var pieces: [Piece]

  /// Makes a slot wherever one of `names` stands; of two that begin alike the longer one counts.
  init(_ text: String, names: [(String, Slot)]) {
    pieces = [.text(text)]
    for (name, slot) in names.sorted(by: { $0.0.count > $1.0.count }) where !name.isEmpty {
      pieces = pieces.flatMap { piece -> [Piece] in
        switch piece {
        case .text(let text): SlotText.split(text, at: name, slot)
        case .slot: [piece]
        }
      }
    }
  }

  private static func split(_ text: String, at name: String, _ slot: Slot) -> [Piece] {
    var pieces: [Piece] = []
    var start = text.startIndex
    for range in text.ranges(of: name) {
      pieces.append(.text(String(text[start..<range.lowerBound])))
      pieces.append(.slot(slot))
      start = range.upperBound
    }
    return pieces + [.text(String(text[start...]))]
  }

  /// The text with a name in each slot.
  func filled(_ name: (Slot) -> String) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .slot(let slot): text += name(slot)
      }
    }
  }
}
