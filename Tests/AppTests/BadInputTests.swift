import App
@testable import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// What is pasted, mistyped or interrupted: clear words, nothing lost, what was typed still there.
///
/// Beside these: a line that cannot be read in ``EntryTests``, a form's in ``EditingTests`` and
/// ``ChangingTests``, the editor in `EditorTests`, the configuration in ``SettingsTests`` and
/// `ConfigTests`.
@Suite struct BadInputTests {
  private static let size = Size(rows: 36, columns: 120)

  /// Where text is typed, and the keys that lead there.
  private static let prompts = [
    "a", ":", "/", "?", "m", "e", "w", "A", "p", "+", "F s", "F /",
  ]

  private func driver(_ keys: String, _ size: Size = size) throws -> AppDriver {
    var driver = try AppDriver(RealRegister.path, size: size)
    driver.state.views.selected = .all
    driver.press(keys)
    return driver
  }

  /// The text that is being typed, where it is.
  private func typed(_ driver: AppDriver) -> String? {
    switch driver.state.layers.last {
    case .entry: driver.state.entry.field.text
    case .palette(let palette): palette.field.text
    case .help(let help): help.field.text
    case .modify(let modify): modify.field.text
    case .savedViews(let layer): layer.field.text
    case .form(let form):
      if case .names = form.fields[form.active].kind {
        form.fields[form.active].picker.field.text
      } else {
        form.fields[form.active].input.text
      }
    case nil: driver.state.list.typing?.field.text
    case .screen, .menu, .sheet, .minutes, .preview, .draft: nil
    }
  }

  // MARK: - A resize

  @Test(arguments: prompts)
  func aResizeInAPromptKeepsWhatIsTyped(keys: String) throws {
    var driver = try driver(keys)
    driver.press(keys == "e" || keys == "w" ? "ctrl-u" : "end")
    driver.type("gõ dở 31")
    driver.press("left left")
    let before = try #require(typed(driver))
    #expect(before.contains("gõ dở 31"))
    for size in [
      Size(rows: 24, columns: 80), Size(rows: 3, columns: 9), Size(rows: 60, columns: 240),
    ] {
      driver.send(.resized(size))
      #expect(typed(driver) == before)
      _ = driver.canvas
    }
    driver.send(.resized(Self.size))
    #expect(draw(driver.state).cursor != nil)
    driver.type("x")
    #expect(typed(driver)?.contains("gõ dở x31") == true, "\(keys)")
  }

  @Test func aResizeInHelpKeepsTheChosenLineInSight() throws {
    var driver = try driver("? pgdn pgdn pgdn")
    driver.send(.resized(Size(rows: 16, columns: 80)))
    let shown = driver.text.split(separator: "\n").contains { $0.contains("│▌") }
    #expect(shown, "\(driver.text)")
  }

  // MARK: - Pastes

  /// 10 MB into each prompt: what there is no room for is said, what was typed stays in front.
  @Test(arguments: prompts)
  func aPasteOfTenMegabytesIsCutAndSaid(keys: String) throws {
    var driver = try driver(keys)
    if keys == "e" || keys == "w" { driver.press("ctrl-u") }
    driver.type("dở ")
    let clock = ContinuousClock()
    let paste = String(repeating: "a", count: 10_000_000)
    let time = clock.measure { driver.send(.paste(paste)) }
    #expect(typed(driver)?.hasPrefix("dở ") == true)
    #expect(driver.state.notice?.tone == .bad, "\(keys)")
    #expect(time < .seconds(5), "\(keys) \(time)")
    driver.type("b")
    #expect(typed(driver) != nil)
  }

  @Test(arguments: prompts)
  func escapeSequencesOfAPasteAreLetters(keys: String) throws {
    var driver = try driver(keys)
    if keys == "e" || keys == "w" { driver.press("ctrl-u") }
    driver.send(.paste("một\u{1B}[2J\u{1B}]0;x\u{7}hai\u{9B}31m"))
    let text = try #require(typed(driver))
    #expect(text.contains("một") && text.contains("hai"))
    #expect(!text.unicodeScalars.contains { $0.value < 32 || (0x7F...0x9F).contains($0.value) })
    _ = driver.canvas
  }

  // MARK: - Dates

  /// A year of two digits is of this century's neighbourhood, and is echoed whole, with its weekday.
  @Test(arguments: [
    ("15/3/24", "15/03/2024"), ("15/3/99", "15/03/1999"), ("1/1/00", "01/01/2000"),
  ])
  func aYearOfTwoDigitsIsEchoedWhole(typed: String, whole: String) throws {
    var entry = try driver("a")
    entry.type("Việc han:\(typed) ")
    #expect(entry.text.contains(whole), "\(entry.text)")
    var form = try driver("w")
    form.press("ctrl-u")
    form.type(typed)
    #expect(form.text.contains(whole), "\(form.text)")
    var modify = try driver("m")
    modify.type("han:\(typed) lydo:\"x\" ")
    #expect(modify.text.contains(whole), "\(modify.text)")
  }

  @Test(arguments: ["w", "d", "s 6"])
  func anImpossibleDateIsSaidOnLeavingItsQuestion(keys: String) throws {
    var driver = try driver(keys)
    for _ in 0..<10 {
      guard case .form(let form) = driver.state.layers.last,
        form.fields[form.active].kind != .date
      else { break }
      driver.press("tab")
    }
    driver.type("31/2")
    driver.press("tab")
    #expect(driver.text.contains("Lịch không có ngày 31/2."), "\(driver.text)")
    guard case .form(let form) = driver.state.layers.last else {
      Issue.record("the form has gone")
      return
    }
    #expect(form.fields.contains { $0.input.text == "31/2" })
  }

  // MARK: - The command line of the screen

  @Test(arguments: [
    ("set xyz=1", "Không có trường “xyz”"), ("set han=31/2", "Lịch không có ngày 31/2."),
    ("set chutri=vụ", "“vụ” có thể là"), ("set QN23-09 han=15/7", "khi QN23-09"),
    ("xyz:1", "Không có lệnh nào là"),
  ])
  func aCommandThatWillNotDoIsSaidAndStays(line: String, sentence: String) throws {
    var driver = try driver(":")
    driver.type(line)
    driver.press("enter")
    #expect(driver.text.contains(sentence), "\(driver.text)")
    #expect(typed(driver) == line)
    #expect(driver.effects.isEmpty)
  }

  @Test func wordsThatNothingWasPickedForStayInSight() throws {
    var driver = try driver("p")
    driver.type("zzzz")
    driver.press("ctrl-s")
    #expect(driver.text.contains("zzzz"))
    #expect(typed(driver) == "zzzz")
    var form = try self.driver("e")
    for _ in 0..<60 {
      guard case .form(let layer) = form.state.layers.last,
        layer.fields[layer.active].question != .field(.dossiers)
      else { break }
      form.press("tab")
    }
    form.type("zzzz")
    form.press("tab")
    #expect(form.text.contains("zzzz"), "\(form.text)")
  }
}
