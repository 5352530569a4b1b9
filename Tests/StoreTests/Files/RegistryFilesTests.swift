import Model
import Store
import TestKit
import Testing

@Suite("Registry files")
struct RegistryFilesTests {
  @Test("nothing an entry is made of is passed over", arguments: RegistryKind.allCases)
  func membersKept(kind: RegistryKind) throws {
    var reader = JSONReader()
    _ = try reader.load(path: RealRegister.path + "/registry/\(kind.rawValue).json")
    try reader.read()
    guard case .list(let items) = reader.withRoot(\.value) else {
      Issue.record("not a list")
      return
    }
    let (registry, problems) = RegisterFolder(RealRegister.path).registry()
    #expect(problems.isEmpty)
    #expect(try registry[kind].entries == items.map { value in try RegistryEntry(value) })
  }
}
