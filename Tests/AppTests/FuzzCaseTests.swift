import Foundation
import FuzzTargets
import Testing

/// Inputs that once broke a reader, or stand for a kind of input: `FuzzCases/<target>-<name>`.
@Suite struct FuzzCaseTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "FuzzCases").path

  static let cases: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []

  @Test(arguments: cases)
  func itIsReadToTheEnd(name: String) throws {
    let target = try #require(FuzzTarget(rawValue: String(name.prefix { $0 != "-" })))
    let bytes = try Data(contentsOf: URL(filePath: Self.folder + "/" + name))
    bytes.withUnsafeBytes { target.run($0) }
  }

  @Test func everyReaderHasACase() {
    let targets = Set(Self.cases.map { String($0.prefix { $0 != "-" }) })
    #expect(targets == Set(FuzzTarget.allCases.map(\.rawValue)))
  }
}
