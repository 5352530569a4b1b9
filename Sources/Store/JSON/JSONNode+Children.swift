import CSimdJSON
package import Model

/// One key of an object with its value.
package struct JSONMember {
  /// The key, as a text.
  package let key: JSONNode

  package var value: JSONNode {
    JSONNode(bytes: key.bytes, tape: key.tape, index: key.index + 1)
  }

  /// Where the member stands in the file, from the key's quote to the end of the value.
  package var byteRange: Range<Int> {
    key.byteRange.lowerBound..<value.byteRange.upperBound
  }

  /// Whether the key is exactly these bytes, however it is escaped.
  @inline(__always)
  package func isKey(_ name: StaticString) -> Bool {
    key.isText(name)
  }
}

/// The members of an object in the order of the file.
package struct JSONMembers: Sequence, IteratorProtocol {
  private var current: JSONNode
  private let end: Int

  init(of object: JSONNode) {
    let isObject = object.node.kind == .object
    current = JSONNode(bytes: object.bytes, tape: object.tape, index: object.index + 1)
    end = isObject ? Int(object.node.next) : 0
  }

  @inline(__always)
  package mutating func next() -> JSONMember? {
    guard current.index < end else { return nil }
    let member = JSONMember(key: current)
    current = JSONNode(
      bytes: current.bytes, tape: current.tape, index: Int(member.value.node.next))
    return member
  }
}

/// The elements of an array in the order of the file.
package struct JSONElements: Sequence, IteratorProtocol {
  private var current: JSONNode
  private let end: Int

  init(of array: JSONNode) {
    let isArray = array.node.kind == .array
    current = JSONNode(bytes: array.bytes, tape: array.tape, index: array.index + 1)
    end = isArray ? Int(array.node.next) : 0
  }

  @inline(__always)
  package mutating func next() -> JSONNode? {
    guard current.index < end else { return nil }
    let element = current
    current = JSONNode(bytes: element.bytes, tape: element.tape, index: Int(element.node.next))
    return element
  }
}

extension JSONNode {
  /// None unless it is an object.
  package var members: JSONMembers { JSONMembers(of: self) }

  /// None unless it is an array.
  package var elements: JSONElements { JSONElements(of: self) }

  /// How many members or elements it has itself; counting takes a step for each.
  package var count: Int {
    var count = 0
    for _ in members { count += 1 }
    for _ in elements { count += 1 }
    return count
  }

  /// The value of a member, found by looking at one after the other.
  package subscript(name: StaticString) -> JSONNode? {
    for member in members where member.isKey(name) { return member.value }
    return nil
  }

  /// A copy of the value and all in it, which may leave the closure.
  package var value: Value {
    switch kind {
    case .object:
      var copies: [Value.Member] = []
      for member in members { copies.append(.init(member.key.text ?? "", member.value.value)) }
      return .object(copies)
    case .array:
      var copies: [Value] = []
      for element in elements { copies.append(element.value) }
      return .list(copies)
    case .text: return .text(text ?? "")
    case .number: return .number(String(decoding: rawBytes, as: UTF8.self))
    case .bool: return .bool(bool ?? false)
    case .null: return .null
    }
  }
}

extension JSONNode {
  /// As ``value``, but of the objects in an array only the members named.
  package func value(ofElementsKeeping names: JSONKeys) -> Value {
    guard kind == .array else { return value }
    var copies: [Value] = []
    for element in elements {
      guard element.kind == .object else {
        copies.append(element.value)
        continue
      }
      var kept: [Value.Member] = []
      var last = -1
      for member in element.members {
        guard let place = names.place(of: member, after: last) else { continue }
        last = place
        kept.append(.init(names[place], member.value.value))
      }
      copies.append(.object(kept))
    }
    return .list(copies)
  }
}

/// Key names in the order in which files hold them, to find a key's place in that order fast.
package struct JSONKeys: Sendable {
  private let names: [StaticString]
  private let texts: [String]
  private let heads: [WordHead]

  package init(_ names: [StaticString]) {
    self.names = names
    texts = names.map(\.description)
    heads = texts.map { WordHead(Array($0.utf8)) }
  }

  /// The name at a place, without making a new text.
  subscript(place: Int) -> String { texts[place] }

  /// The place of the member's key among the names, nil for a key that is none of them.
  ///
  /// Give the place found last, -1 at first: as keys come in order, the first comparison is
  /// mostly the only one.
  @inline(__always)
  package func place(of member: JSONMember, after last: Int) -> Int? {
    guard let key = member.key.plainText else { return slowPlace(of: member) }
    let head = WordHead(key)
    var place = last
    for _ in heads.indices {
      place += 1
      if place == heads.count { place = 0 }
      if heads[place] == head, head.isWhole || member.isKey(names[place]) { return place }
    }
    return nil
  }

  @inline(never)
  private func slowPlace(of member: JSONMember) -> Int? {
    names.firstIndex { member.isKey($0) }
  }
}
