/// A value as a register's files hold it: what JSON can say, with the order of keys kept.
///
/// Numbers stay as they were written, so that a value which is only carried is handed on unharmed.
package enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case list([Value])
  case object([Member])

  /// One key of an object with its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: Value

    package init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }
}
