import App
import Model
import Terminal
import TestKit
import Testing
import Vietnamese

/// What tells a person which keys there are: the last line, and help.
@Suite struct HelpTests {
  private static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 36, columns: 120), Size(rows: 20, columns: 60),
  ]
  /// The keys that open each place, from the list.
  private static let places = [
    "", "l", "tab tab", "space", "i", "B", "C", "c", "M enter", "X", "g b",
  ]

  @Test(arguments: sizes, Language.allCases)
  func theLastLineAlwaysNamesHelp(size: Size, language: Language) throws {
    for keys in Self.places {
      var driver = try AppDriver(RealRegister.path, size: size, language: language)
      driver.press(keys)
      let line = driver.text.split(separator: "\n", omittingEmptySubsequences: false)[size.rows - 1]
      #expect(line.contains(language == .vi ? "? trợ giúp" : "? help"), "\(keys): \(line)")
    }
  }

  @Test(arguments: [
    ("i", CommandSection.triage), ("C", .board), ("c", .calendar), ("X", .conflicts),
    ("P enter", .review),
  ])
  func onAScreenItsOwnKeysComeFirstAndDeadOnesLast(keys: String, section: CommandSection) throws {
    var driver = try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
    driver.press(keys + " ?")
    guard case .help(let help)? = driver.state.layers.last else {
      Issue.record("no help: \(driver.text)")
      return
    }
    let lines = help.lines(keymap: driver.state.keymap)
    #expect(lines.first == .section(section.words))
    let screen = try #require(section.screen)
    let isLive = lines.compactMap { line -> Bool? in
      guard case .command(let command) = line else { return nil }
      return driver.state.keymap.bindings.contains { binding in
        binding.command == command
          && binding.keys.contains {
            driver.state.keymap.answer(to: $0, on: screen) == .command(command)
          }
      }
    }
    #expect(isLive.first == true)
    #expect(isLive.drop { $0 }.allSatisfy { !$0 })
  }

  @Test(arguments: Language.allCases)
  func theStatusMenuSaysThatItIsForTheMarks(language: Language) throws {
    var driver = try AppDriver(
      RealRegister.path, size: Size(rows: 24, columns: 80), language: language)
    driver.press("space space s")
    #expect(
      driver.text.contains(language == .vi ? "Trạng thái của 2 mục đánh dấu" : "Status of 2 marked")
    )
    try expectPicture(driver.canvas, "status-marked-80x24-\(language.rawValue)")
  }
}
