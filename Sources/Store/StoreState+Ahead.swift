package import Model
internal import Synchronization

/// A record that was read before anybody asked for it, and the stamp of the file it was read from.
struct RecordAhead {
  let address: RecordAddress
  let stamp: FileStamp
  let record: Record
}

extension StoreState {
  /// Keeps these records ready and no others; gives those that can be had.
  ///
  /// Those that are kept already are not read again: whether they still are what the file holds is
  /// asked when one is wanted.
  mutating func readAhead(_ addresses: [RecordAddress]) -> [Record] {
    var kept: [RecordAhead] = []
    var records: [Record] = []
    for address in addresses where shelves.indices.contains(address.slot) {
      let shelf = shelves[address.slot]
      if let pending = shelf.pending[address.key] {
        records.append(pending)
      } else if let old = ahead.first(where: { $0.address == address && $0.stamp == shelf.stamp }) {
        kept.append(old)
      } else if let stamp = shelf.stamp,
        let record = try? recordOnDisk(address.slot, address.key)
      {
        kept.append(RecordAhead(address: address, stamp: stamp, record: record))
      }
    }
    ahead = kept
    return records + kept.map(\.record)
  }

  /// The record as it was read ahead, if its file is still the one it was read from.
  func recordAhead(_ slot: Int, _ key: String) -> Record? {
    guard let kept = ahead.first(where: { $0.address.slot == slot && $0.address.key == key }),
      kept.stamp == shelves[slot].stamp,
      kept.stamp == FileStamp(path: folder.path + "/" + shelves[slot].path)
    else { return nil }
    return kept.record
  }
}

extension RegisterStore {
  /// Reads records before they are asked for: those, and only those, are then at hand for
  /// ``record(slot:key:)``, which still looks whether their file is the same.
  ///
  /// - Returns: Those that can be read, in no order; nil while the store does something else, which
  ///   is not waited for.
  package func readAhead(_ addresses: [RecordAddress]) -> [Record]? {
    state.withLockIfAvailable { $0.readAhead(addresses) }
  }
}
