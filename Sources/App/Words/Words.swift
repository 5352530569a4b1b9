package import Vietnamese

/// A text for people in both languages, side by side, so that a missing one does not compile.
package struct Words: Hashable, Sendable {
  package let vi: String
  package let en: String

  package init(_ vi: String, _ en: String) {
    self.vi = vi
    self.en = en
  }

  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .vi: vi
    case .en: en
    }
  }
}
