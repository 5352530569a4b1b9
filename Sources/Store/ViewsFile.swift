package import Model

/// The saved views of one place: `views.json` in a register, or in the person's own settings.
///
/// They are read anew and written under the lock of that place, so that of changes made at once
/// none is lost.
package struct ViewsFile: Sendable {
  package static let name = "views.json"

  private let folder: String
  /// How messages call the file.
  private let shown: String

  /// Those of a register.
  package init(register: RegisterFolder) {
    folder = register.path
    shown = ViewsFile.name
  }

  /// Those in a folder of the person's own.
  package init(folder: String) {
    self.folder = folder
    shown = folder + "/" + ViewsFile.name
  }

  private var path: String { folder + "/" + ViewsFile.name }

  /// In the order they were saved; none where there is no file.
  package func read() throws(RegisterProblem) -> [SavedView] { try contents().views }

  /// Does `edit` and comes back when it is on disk; gives the views as they are then.
  package func change(_ edit: SavedViewEdit) throws(ViewsError) -> [SavedView] {
    let lock = try orProblem { () throws(RegisterProblem) -> FolderLock in
      try Posix.makeFolders(folder)
      return try FolderLock(folder: folder)
    }
    defer { lock.release() }
    var contents = try orProblem { () throws(RegisterProblem) -> Contents in try self.contents() }
    do throws(SavedViewError) {
      try edit.apply(to: &contents.views)
    } catch {
      throw .refused(error)
    }
    let bytes = contents.bytes
    // A person's own folder is no register, and keeps no former versions.
    if RegisterFolder.isRegister(folder) { try? Generations(folder).keep(ViewsFile.name) }
    SafeFile.sweep(folder)
    try orProblem { () throws(RegisterProblem) in try SafeFile.replace(path, with: bytes) }
    return contents.views
  }

  private func orProblem<Result>(
    _ body: () throws(RegisterProblem) -> Result
  ) throws(ViewsError) -> Result {
    do throws(RegisterProblem) {
      return try body()
    } catch {
      throw .problem(error)
    }
  }

  private struct Contents {
    var views: [SavedView] = []
    /// Members that only a newer dondoc knows.
    var others: [Value.Member] = []

    var bytes: [UInt8] {
      CanonicalWriter.object(
        .object([Value.Member("views", .list(views.map(\.value)))] + others))
    }
  }

  private func contents() throws(RegisterProblem) -> Contents {
    guard Posix.exists(path) else { return Contents() }
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: path)
    } catch {
      throw error.problem(at: shown)
    }
    do throws(JSONError) {
      try reader.read()
    } catch {
      throw .badSyntax(
        FilePlace(path: shown, line: error.line, column: error.column), error.problem)
    }
    let value = reader.withRoot(\.value)
    guard case .object(let members) = value else {
      throw .wrongTop(path: shown, expected: .object)
    }
    do throws(ValueError) {
      return Contents(
        views: try value.parts("views"), others: members.filter { $0.key != "views" })
    } catch {
      let offset = reader.withRoot { $0.offset(at: error.path) }
      let position = reader.position(of: offset)
      throw .badValue(
        FilePlace(path: shown, line: position.line, column: position.column), error)
    }
  }
}

/// Why the saved views are as they were.
package enum ViewsError: Error, Hashable, Sendable {
  case problem(RegisterProblem)
  case refused(SavedViewError)
}
