internal import Glibc
internal import Model
internal import Synchronization

/// Where the index of one register is kept, and what it has to fit.
struct IndexPlace {
  let path: String
  let basis: IndexBasis

  init?(_ folder: String, _ register: RegisterFolder) {
    guard let basis = IndexBasis(register) else { return nil }
    self.basis = basis
    path = folder + "/" + IndexPlace.name(basis) + ".index"
  }

  func open() -> ListIndex? { ListIndex(path, basis) }

  /// One for each register's place, so that there is one of each.
  private static func name(_ basis: IndexBasis) -> String {
    String(basis.place.withUnsafeBytes(Checksum.sum64), radix: 16)
  }
}

extension RegisterStore {
  /// Keeps what the files came to for the next start, where that saves it enough: in a large register
  /// of which much had to be read. To be called when all is loaded; failing is no fault.
  ///
  /// - Parameter least: Bytes; a smaller register is read in a few milliseconds.
  package func keepIndex(least: Int64 = 2_000_000) {
    guard let indexPlace else { return }
    let shelves = state.withLock(\.shelves)
    let sizes = shelves.reduce(into: (all: Int64(0), read: Int64(0))) { sizes, shelf in
      guard let stamp = shelf.stamp else { return }
      sizes.all += stamp.size
      if shelf.onDisk?.isMapped != true { sizes.read += stamp.size }
    }
    guard sizes.all >= least,
      sizes.read > sizes.all / RegisterStore.shareReadAnew
    else { return }
    try? IndexWriter.write(shelves, to: indexPlace.path, indexPlace.basis)
  }

  /// An index is made anew when one part in so many had to be read.
  private static let shareReadAnew: Int64 = 16
}
