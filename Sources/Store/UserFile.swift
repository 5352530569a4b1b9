package import Model

/// A small JSON file of the person's own, outside any register.
package struct UserFile: Sendable {
  private let folder: String
  private let name: String

  package init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  package func read() throws(RegisterProblem) -> Value {
    try RegisterFolder(folder).readValue(name)
  }

  /// Puts the whole file in the place of the old one; the folder is made if there is none.
  package func replace(with value: Value) throws(RegisterProblem) {
    try Posix.makeFolders(folder)
    try SafeFile.replace(folder + "/" + name, with: CanonicalWriter.object(value))
  }
}
