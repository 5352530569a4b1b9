/// Bytes that never alter: a list of their own, or a part of a file that is mapped into memory.
///
/// Of a mapped file only the pages that somebody looks at come into memory, and the system may take
/// them away again.
package struct FixedBytes: Sendable {
  private let place: Place

  private enum Place: Sendable {
    case own([UInt8])
    /// The address of the first byte, which stays good for as long as the owner lives.
    case mapped(address: UInt, count: Int, owner: any AnyObject & Sendable)
  }

  package init(_ bytes: [UInt8]) { place = .own(bytes) }

  /// A part of memory that `owner` keeps, unaltered, until it is gone itself.
  package init(mapped part: UnsafeRawBufferPointer, by owner: any AnyObject & Sendable) {
    place = .mapped(
      address: UInt(bitPattern: part.baseAddress), count: part.count, owner: owner)
  }

  package var isMapped: Bool {
    switch place {
    case .own: false
    case .mapped: true
    }
  }

  package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch place {
    case .own(let bytes):
      return try bytes.withUnsafeBufferPointer(body)
    case .mapped(let address, let count, let owner):
      defer { withExtendedLifetime(owner) {} }
      return try body(
        UnsafeBufferPointer(start: UnsafePointer(bitPattern: address), count: count))
    }
  }

  package func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { bytes throws(Failure) in
      try body(UnsafeRawBufferPointer(bytes))
    }
  }

  /// A copy of a part.
  package subscript(range: Range<Int>) -> [UInt8] {
    withUnsafeBufferPointer { Array($0[range]) }
  }

  package subscript(place: Int) -> UInt8 { withUnsafeBufferPointer { $0[place] } }

  package var count: Int {
    switch place {
    case .own(let bytes): bytes.count
    case .mapped(_, let count, _): count
    }
  }

  package func string(_ range: Range<Int>) -> String {
    withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
  }

  /// Whether a part is exactly `wanted`.
  package func part(_ range: Range<Int>, is wanted: [UInt8]) -> Bool {
    range.count == wanted.count && part(range, startsWith: wanted)
  }

  package func part(_ range: Range<Int>, startsWith wanted: [UInt8]) -> Bool {
    withUnsafeBufferPointer { $0[range].starts(with: wanted) }
  }
}

extension [UInt8] {
  package mutating func append(_ range: Range<Int>, of bytes: FixedBytes) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0[range]) }
  }
}
