import App
import Foundation
import Model
import Store
import Terminal
import TestKit
import Testing

/// Text from data stands in its columns, and cannot drive the terminal.
@Suite struct HostileTextTests {
  static let titles = [
    "Thừa Thiên Huế đề nghị", "Thừa Thiên Huế đề nghị".decomposedStringWithCanonicalMapping,
    "日本 北海道 との協力", "Gặp gỡ 🇻🇳🤝👨‍👩‍👧 Nhật Bản", "a\u{1B}[31mđỏ\u{07}\u{09}tab\u{202E}ngược\u{200B}",
    String(repeating: "e\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}\u{0306}", count: 3), "\u{FEFF}BOM",
  ]

  static func driver() throws -> (AppDriver, TemporaryFolder) {
    let encoder = JSONEncoder()
    let records = try titles.map { title in
      ["title": String(decoding: try encoder.encode(title), as: UTF8.self)]
    }
    let folder = try SmallRegister.make(records)
    return (try AppDriver(folder.path, size: Size(rows: 24, columns: 100)), folder)
  }

  @Test func everyRowEndsInTheSameColumns() throws {
    let (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    try expectPicture(driver.canvas, "hostile-100x24-vi")
  }

  @Test func nothingThatDrivesATerminalIsDrawn() throws {
    var (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    for _ in Self.titles {
      for row in 0..<driver.canvas.rows {
        for column in 0..<driver.canvas.columns {
          guard let cell = driver.canvas[Point(row: row, column: column)] else { continue }
          for scalar in driver.canvas.scalars(of: cell) {
            #expect(scalar.value >= 0x20 && scalar.value != 0x7F)
            #expect(!(0x80..<0xA0).contains(scalar.value))
            #expect(![0x200B, 0x200D, 0x200E, 0x200F, 0xFEFF].contains(scalar.value))
            #expect(!(0x202A...0x202E).contains(scalar.value))
          }
        }
      }
      driver.press("j")
    }
  }

  @Test func bothNormalFormsAreDrawnAlike() throws {
    let (driver, folder) = try Self.driver()
    defer { withExtendedLifetime(folder) {} }
    let rows = driver.text.split(separator: "\n").filter { $0.contains("Huế đề nghị") }
    #expect(rows.count >= 2)
    #expect(rows[0].dropFirst(40).trimmingCharacters(in: .whitespaces).count > 3)
  }
}
