/// The events that deadlines can be counted from, by code: the bytes of their codes and keys, for a
/// large register has thousands of them and a line names one.
package struct EventCodes: Hashable, Sendable {
  /// The events of one file.
  package struct OfFile: Hashable, Sendable {
    fileprivate struct Entry: Hashable {
      let code: Range<UInt32>
      let key: Range<UInt32>
      /// ``Row/noDay`` where no day is known.
      let day: Int32
      let fault: EventFault?
    }

    fileprivate let bytes: [UInt8]
    fileprivate let entries: [Entry]

    /// Those in the bin too, which nothing is counted from.
    package init(_ chunk: Chunk) {
      var (bytes, entries): ([UInt8], [Entry]) = ([], [])
      func add(_ text: String) -> Range<UInt32> {
        let start = UInt32(bytes.count)
        bytes += text.utf8
        return start..<UInt32(bytes.count)
      }
      for row in chunk.allRows where row.kind == .event {
        let (code, key) = (add(chunk.code(row).uppercased()), add(chunk.key(row)))
        let (day, fault): (Day?, EventFault?) =
          switch row.asEvent(key: "") {
          case .event(_, let day): (day, nil)
          case .unfit(let fault): (nil, fault)
          case .unknown: (nil, .notAnEvent)
          }
        entries.append(
          Entry(code: code, key: key, day: day.map { Int32($0.ordinal) } ?? Row.noDay, fault: fault)
        )
      }
      // Without the room that was left over.
      (self.bytes, self.entries) = (Array(bytes[...]), Array(entries[...]))
    }

    fileprivate func text(_ range: Range<UInt32>) -> ArraySlice<UInt8> {
      bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    fileprivate func finding(_ entry: Entry) -> EventFinding {
      if let fault = entry.fault { return .unfit(fault) }
      let day = entry.day == Row.noDay ? nil : Day(ordinal: Int(entry.day))
      return .event(key: String(decoding: text(entry.key), as: UTF8.self), day: day)
    }
  }

  private let files: [OfFile]

  package init(_ files: [OfFile] = []) { self.files = files }

  /// Of several with this code the last. A few nanoseconds an event.
  package func finding(ofCode code: String) -> EventFinding {
    let wanted = code.uppercased()
    let bytes = Array(wanted.utf8)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    for file in files.reversed() {
      let found = file.entries.last { entry in
        let text = file.text(entry.code)
        if isASCII { return text.count == bytes.count && text.elementsEqual(bytes) }
        return String(decoding: text, as: UTF8.self) == wanted
      }
      if let found { return file.finding(found) }
    }
    return .unknown
  }
}
