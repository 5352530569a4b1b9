/// What the codes of each province's records begin with, counted.
package struct CodeLetters: Hashable, Sendable {
  private var counts: [String: [String: Int]] = [:]

  package init() {}

  /// Those of one file, the records in the bin too.
  package init(of chunk: Chunk, _ registry: Registry) {
    let provinces = registry[.provinces].entries
    func id(_ place: EntryPlace) -> String? {
      if let stray = place.strayIndex {
        return chunk.strays.indices.contains(stray) ? chunk.strays[stray] : nil
      }
      return provinces.indices.contains(Int(place.raw)) ? provinces[Int(place.raw)].id : nil
    }
    // Codes of a file mostly begin alike: a run of them is counted before its letters are made.
    var (province, letters, count) = (EntryPlace.none, [UInt8](), 0)
    func end() {
      guard count > 0, !letters.isEmpty, let id = id(province) else { return }
      counts[id, default: [:]][String(decoding: letters, as: UTF8.self), default: 0] += count
    }
    for row in chunk.allRows {
      let own = CodeLetters.letters(of: chunk.text[row.code.range])
      if row.province == province, own.elementsEqual(letters) {
        count += 1
      } else {
        end()
        (province, letters, count) = (row.province, Array(own), 1)
      }
    }
    end()
  }

  package mutating func add(_ other: CodeLetters) {
    for (province, letters) in other.counts {
      counts[province, default: [:]].merge(letters) { $0 + $1 }
    }
  }

  /// The letters that most records of each province have.
  package var commonest: [String: String] {
    counts.compactMapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  private static func letters(of code: some Collection<UInt8>) -> ArraySlice<UInt8> {
    let ascii = code.prefix { byte in
      let small = byte | 0x20
      return UInt8(ascii: "a") <= small && small <= UInt8(ascii: "z")
    }
    // A mark behind a letter, or a letter of another script: what that comes to, characters say.
    if let next = code.dropFirst(ascii.count).first, next >= 0x80 {
      let letters = RecordCodes.letters(of: String(decoding: code, as: UTF8.self)) ?? ""
      return ArraySlice(letters.utf8)
    }
    return ArraySlice(ascii)
  }
}

extension Register {
  /// What the codes of each province's records begin with: the letters that most of them have.
  ///
  /// Linear in the records, those in the bin too.
  package var lettersInUse: [String: String] {
    var letters = CodeLetters()
    for case let chunk? in chunks { letters.add(CodeLetters(of: chunk, registry)) }
    return letters.commonest
  }
}
