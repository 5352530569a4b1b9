internal import Glibc
package import Model
internal import Synchronization

extension RegisterStore {
  /// The English titles of records, which rows do not hold; nil where there is none.
  ///
  /// Reads the bytes of those records only: about 5 µs each.
  package func englishTitles(of places: [RowPlace]) -> [String?] {
    state.withLock { $0.englishTitles(of: places) }
  }
}

extension StoreState {
  fileprivate mutating func englishTitles(of places: [RowPlace]) -> [String?] {
    var reader = JSONReader()
    var titles: [String?] = []
    titles.reserveCapacity(places.count)
    var open: (slot: Int, descriptor: Int32)?
    defer { if let open { close(open.descriptor) } }
    for place in places {
      let slot = Int(place.slot)
      if open?.slot != slot {
        if let open { close(open.descriptor) }
        open = descriptor(ofUnchanged: slot).map { (slot, $0) }
      }
      if let open, let range = shelves[slot].onDisk?.row(at: Int(place.index))?.bytes.range {
        titles.append(StoreState.englishTitle(open.descriptor, range, &reader))
      } else {
        titles.append(englishTitleOfRecord(at: place))
      }
    }
    return titles
  }

  /// nil where the rows shown are not those of the file, or the file is another by now.
  func descriptor(ofUnchanged slot: Int) -> Int32? {
    let shelf = shelves[slot]
    guard let onDisk = shelf.onDisk, onDisk == shelf.shown,
      let descriptor = try? Posix.open(folder.path + "/" + shelf.path, O_RDONLY)
    else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileStamp(status) == shelf.stamp else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  private static func englishTitle(
    _ descriptor: Int32, _ range: Range<Int>, _ reader: inout JSONReader
  ) -> String? {
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound)))
    }
    guard (try? reader.read(bytes)) != nil else { return nil }
    return reader.withRoot { $0["titleEn"]?.text }
  }

  private mutating func englishTitleOfRecord(at place: RowPlace) -> String? {
    let slot = Int(place.slot)
    guard let chunk = shelves[slot].shown, let row = chunk.row(at: Int(place.index)),
      let record = try? record(slot: slot, key: chunk.key(row))
    else { return nil }
    return record.fields[.titleEn].text
  }
}
