internal import Synchronization
internal import Vietnamese

/// The words by which a record is found through the names of what it refers to: its province, units,
/// counterparts, places and category.
///
/// A name is folded once for the register, not once for each record that has it: the records' own
/// search forms are two fifths as long for it. It is done when first asked for, about 1 ms.
final class NameWords: Sendable {
  private let tables: [RegistryKind: RegistryTable]
  private let forms = Mutex<Forms?>(nil)

  init(_ tables: [RegistryKind: RegistryTable]) { self.tables = tables }

  /// The entries that have a word as `needle` asks for it; nil where there is none.
  func entries(holding needle: Needle) -> NameMatches? {
    let forms = self.forms.withLock { kept in
      let forms = kept ?? Forms(tables)
      kept = forms
      return forms
    }
    let matches = NameMatches(
      provinces: forms.provinces.entries(holding: needle),
      units: forms.units.entries(holding: needle),
      counterparts: forms.counterparts.entries(holding: needle),
      places: forms.places.entries(holding: needle),
      categories: forms.categories.entries(holding: needle))
    return matches.isEmpty ? nil : matches
  }

  /// Has the names folded now, where there is time for it.
  func prepare() { _ = entries(holding: Needle([])) }

  private struct Forms: Sendable {
    let provinces, units, counterparts, places, categories: NameForms

    init(_ tables: [RegistryKind: RegistryTable]) {
      func forms(_ kind: RegistryKind) -> NameForms {
        NameForms(tables[kind]?.entries ?? [], in: kind)
      }
      (provinces, units) = (forms(.provinces), forms(.units))
      (counterparts, places) = (forms(.counterparts), forms(.places))
      categories = forms(.categories)
    }
  }
}

/// What it holds follows from the tables beside it.
extension NameWords: Hashable {
  static func == (one: NameWords, other: NameWords) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

/// The search forms of one table's entries, one after the other.
private struct NameForms: Sendable {
  private var bytes: [UInt8] = []
  /// Where each entry's form ends.
  private var ends: [Int] = []

  init(_ entries: [RegistryEntry], in kind: RegistryKind) {
    ends.reserveCapacity(entries.count)
    for entry in entries {
      bytes.append(UInt8(ascii: " "))
      entry.forEachSearchedForm(in: kind) { form in
        Folding.appendSearchWords(form, to: &bytes)
      }
      ends.append(bytes.count)
    }
  }

  /// One scan.
  func entries(holding needle: Needle) -> EntrySet {
    var places: [Int] = []
    bytes.withUnsafeBytes { bytes in
      var (offset, place) = (0, 0)
      while place < ends.count, let hit = needle.firstMatch(in: bytes, from: offset) {
        while place < ends.count, ends[place] <= hit { place += 1 }
        guard place < ends.count else { return }
        places.append(place)
        offset = ends[place]
        place += 1
      }
    }
    return EntrySet(places)
  }
}

/// The entries of the registry that have one word.
struct NameMatches: Sendable {
  let provinces, units, counterparts, places, categories: EntrySet

  var isEmpty: Bool {
    provinces.isEmpty && units.isEmpty && counterparts.isEmpty && places.isEmpty
      && categories.isEmpty
  }

  /// Whether the row refers to one of them.
  func isNamed(by row: Row, in chunk: Chunk) -> Bool {
    provinces.contains(row.province) || units.contains(row.lead)
      || categories.contains(row.category)
      || (!counterparts.isEmpty && chunk.counterparts(row).contains(where: counterparts.contains))
      || (!provinces.isEmpty && chunk.otherProvinces(row).contains(where: provinces.contains))
      || (!units.isEmpty && chunk.coordinating(row).contains(where: units.contains))
      || (!places.isEmpty && chunk.places(row).contains(where: places.contains))
  }
}
