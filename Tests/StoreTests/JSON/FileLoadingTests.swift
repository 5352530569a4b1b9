import Model
import Foundation
import Store
import Testing

/// A folder of one test, gone when the test is over.
private struct Folder: ~Copyable {
  let path = NSTemporaryDirectory() + "json-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ text: String) throws -> String {
    let file = path + "/file.json"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }
}

@Suite struct FileLoadingTests {
  @Test func readsAFileAndGivesItsStamp() throws {
    let folder = try Folder()
    let path = try folder.file(#"[{"a": "đốc"}]"#)
    var reader = JSONReader()
    let stamp = try reader.load(path: path)
    try reader.read()
    #expect(reader.withRoot { $0.elements.map { $0["a"]?.text } } == ["đốc"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(stamp.size == 17)
    #expect(stamp.inode == (attributes[.systemFileNumber] as? NSNumber)?.uint64Value)
    let modified = try #require(attributes[.modificationDate] as? Date)
    #expect(abs(Double(stamp.modified) / 1e9 - modified.timeIntervalSince1970) < 0.001)
  }

  @Test func theStampTellsTheNextVersion() throws {
    let folder = try Folder()
    let path = try folder.file("[1]")
    var reader = JSONReader()
    let first = try reader.load(path: path)
    #expect(try reader.load(path: path) == first)
    // Written to a new file and renamed: the same size, maybe the same tick of the clock.
    try Data("[2]".utf8).write(to: URL(filePath: path), options: .atomic)
    #expect(try reader.load(path: path) != first)
    try reader.read()
    #expect(reader.withRoot { $0.elements.map(\.integer) } == [2])
  }

  @Test func readsFilesOfAnySizeOneAfterTheOther() throws {
    let folder = try Folder()
    var reader = JSONReader()
    for count in [1, 4_095, 100_000, 2] {
      let path = try folder.file(
        "[" + repeatElement("1", count: count).joined(separator: ",") + "]")
      #expect(try reader.load(path: path).size == Int64(2 * count + 1))
      try reader.read()
      #expect(reader.withRoot { $0.count } == count)
    }
  }

  @Test func readsAFileWhoseSizeIsNotKnown() throws {
    var reader = JSONReader()
    #expect(try reader.load(path: "/proc/self/status").size == 0)
    #expect(reader.withBytes { $0.count } > 500)
  }

  @Test func anEmptyFileIsLoadedAndNotRead() throws {
    let folder = try Folder()
    let path = try folder.file("")
    var reader = JSONReader()
    #expect(try reader.load(path: path).size == 0)
    #expect(throws: JSONError(.empty, offset: 0, line: 1, column: 1)) { try reader.read() }
  }

  @Test func saysWhyAFileCannotBeHad() throws {
    let folder = try Folder()
    let file = try folder.file("[]")
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    var reader = JSONReader()
    for (path, error): (String, FileReadError) in [
      (folder.path + "/none.json", .cannotOpen(errno: ENOENT)),
      (file + "/none.json", .cannotOpen(errno: ENOTDIR)),
      (folder.path, .isDirectory), (pipe, .isSpecial), ("/dev/null", .isSpecial),
    ] {
      #expect(throws: error) { try reader.load(path: path) }
    }
  }

  @Test(.disabled(if: getuid() == 0, "root may read everything"))
  func saysThatAFileMayNotBeRead() throws {
    let folder = try Folder()
    let path = try folder.file("[]")
    #expect(chmod(path, 0) == 0)
    var reader = JSONReader()
    #expect(throws: FileReadError.cannotOpen(errno: EACCES)) { try reader.load(path: path) }
  }

  @Test func afterAnErrorTheOldBytesAreGone() throws {
    let folder = try Folder()
    let path = try folder.file("[1]")
    var reader = JSONReader()
    _ = try reader.load(path: path)
    #expect(throws: FileReadError.isDirectory) { try reader.load(path: folder.path) }
    #expect(throws: JSONError(.empty, offset: 0, line: 1, column: 1)) { try reader.read() }
  }
}
