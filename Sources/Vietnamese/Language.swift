/// A language the register speaks.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case vi
  case en
}
