internal import Model

/// Brings together two values that are no records: what has no history, so that nobody can tell who
/// changed what.
///
/// What one of them has not got is taken from the other. Where both have something otherwise, one of
/// the two is chosen by the values alone, so that it is the same whichever is the first; the
/// difference is told.
struct ValueUnion {
  struct Difference {
    var path: [String]
    var mine: Value
    var theirs: Value
    var keepsMine: Bool
  }

  private(set) var differences: [Difference] = []
  /// Where something was taken from the other.
  private(set) var taken: [[String]] = []

  mutating func union(_ mine: Value, _ theirs: Value, at path: [String] = []) -> Value {
    if mine == theirs || theirs.isEmpty { return mine }
    if mine.isEmpty {
      taken.append(path)
      return theirs
    }
    if case .object(let here) = mine, case .object(let there) = theirs {
      return members(here, there, at: path)
    }
    if case .list(let here) = mine, case .list(let there) = theirs {
      if let names = ValueUnion.names(here, there) { return named(here, there, names, at: path) }
      if (here + there).allSatisfy(\.isScalar) { return scalars(here, there, at: path) }
    }
    return choice(mine, theirs, at: path)
  }

  private mutating func choice(_ mine: Value, _ theirs: Value, at path: [String]) -> Value {
    let keepsMine = !ValueUnion.precedes(mine, theirs)
    differences.append(
      Difference(path: path, mine: mine, theirs: theirs, keepsMine: keepsMine))
    return keepsMine ? mine : theirs
  }

  private mutating func members(
    _ here: [Value.Member], _ there: [Value.Member], at path: [String]
  ) -> Value {
    let keys = ValueUnion.order(
      here.map { Value.text($0.key) }, there.map { Value.text($0.key) }, .object(here),
      .object(there)
    ).compactMap(\.text)
    return .object(
      keys.map { key in
        let (mine, theirs) = (Value.object(here)[key], Value.object(there)[key])
        return Value.Member(key, union(mine, theirs, at: path + [key]))
      })
  }

  private mutating func scalars(_ here: [Value], _ there: [Value], at path: [String]) -> Value {
    if there.contains(where: { !here.contains($0) }) { taken.append(path) }
    return .list(ValueUnion.order(here, there, .list(here), .list(there)))
  }

  /// Elements that have names of their own.
  private mutating func named(
    _ here: [Value], _ there: [Value], _ names: [Value], at path: [String]
  ) -> Value {
    func element(_ name: Value, of list: [Value]) -> Value {
      list.first { ValueUnion.name($0) == name } ?? .null
    }
    return .list(
      names.map { name in
        union(element(name, of: here), element(name, of: there), at: path + [name.text ?? ""])
      })
  }

  // MARK: - The same whichever is the first

  /// The elements of both, each once: those of the longer list in its order, then the others.
  private static func order(
    _ here: [Value], _ there: [Value], _ mine: Value, _ theirs: Value
  ) -> [Value] {
    let isMineFirst =
      here.count == there.count ? !precedes(mine, theirs) : here.count > there.count
    let (first, second) = isMineFirst ? (here, there) : (there, here)
    return first + second.filter { !first.contains($0) }
  }

  private static func precedes(_ one: Value, _ other: Value) -> Bool {
    CanonicalWriter.line(one).lexicographicallyPrecedes(CanonicalWriter.line(other))
  }

  /// The names of all elements; nil where one has none, or two of a list have the same.
  private static func names(_ here: [Value], _ there: [Value]) -> [Value]? {
    let (mine, theirs) = (here.compactMap(name), there.compactMap(name))
    guard mine.count == here.count, theirs.count == there.count,
      Set(mine).count == mine.count, Set(theirs).count == theirs.count
    else { return nil }
    return order(mine, theirs, .list(here), .list(there))
  }

  private static func name(_ element: Value) -> Value? {
    guard case .object = element else { return nil }
    return [element["id"], element["name"]].first { $0.text != nil }
  }
}

extension Value {
  fileprivate var isScalar: Bool {
    switch self {
    case .null, .bool, .number, .text: true
    case .list, .object: false
    }
  }
}
