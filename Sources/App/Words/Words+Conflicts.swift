package import Model
internal import Vietnamese

extension Conflict.Matter {
  /// What it is about, in the middle of a sentence; `registry` names counterparts.
  package func words(naming registry: Registry) -> Words {
    switch self {
    case .field(let name):
      guard let words = Field(rawValue: name)?.words else { return Words(name, name) }
      return Words(words.vi.lowercasedFirst, words.en.lowercasedFirst)
    case .line(let id):
      return Words(
        registry.name(id, in: .counterparts), registry.name(id, in: .counterparts, language: .en))
    case .split: return Words("tách ↔ trạng thái", "split ↔ status")
    case .removal: return Words("gộp ↔ sửa", "merged ↔ edited")
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

/// What is said of conflicts and of copies that are merged.
package enum ConflictWords {
  package static let inForce = Words("đang dùng", "in force")
  package static let none = Words("Không có xung đột nào.", "There are no conflicts.")

  package static func count(_ count: Int) -> Words {
    Words("\(count) xung đột", count == 1 ? "1 conflict" : "\(count) conflicts")
  }
}
