internal import Model

/// What makes a file's records unusable, at a byte of the file.
struct ScanFault: Error {
  let offset: Int
  let error: ValueError

  init(_ node: JSONNode, _ path: Field, _ problem: ValueError.Problem) {
    self.init(node, path.rawValue, problem)
  }

  init(_ node: JSONNode, _ path: String, _ problem: ValueError.Problem) {
    offset = node.byteRange.lowerBound
    error = ValueError(path, problem)
  }
}

/// An id that the registry does not know, at a byte of the file; the record is shown all the same.
struct StrayId {
  let id: String
  let kind: RegistryKind?
  let offset: Int
}
