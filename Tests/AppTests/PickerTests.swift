@testable import App
import Model
import Terminal
import TestKit
import Testing
import Vietnamese

/// Names picked by any part of them, out of the registry of `Data/`.
@Suite struct PickerTests {
  private static func picker(
    _ source: Picker.Source, several: Bool = false, free: Bool = false
  ) throws -> Picker {
    let driver = try AppDriver(RealRegister.path, size: Size(rows: 36, columns: 120))
    return Picker(driver.state.candidates(source), takesSeveral: several, takesFreeText: free)
  }

  private static func type(_ text: String, in picker: inout Picker) {
    for character in text { _ = picker.press(.character(character), .off) }
  }

  @Test(arguments: [
    (Picker.Source.entries(.units), "ubbg", "ubbgqg"), (.entries(.units), "đba", "vu-dba"),
    (.entries(.units), "dba", "vu-dba"), (.entries(.units), "biên giới quốc", "ubbgqg"),
    (.entries(.counterparts), "hokkai", "hokkaido"), (.entries(.provinces), "qn", "quang-ninh"),
    (.entries(.provinces), "nghe an", "nghe-an"),
  ])
  func theBestStandsFirst(source: Picker.Source, typed: String, id: String) throws {
    var picker = try Self.picker(source)
    Self.type(typed, in: &picker)
    #expect(picker.suggestions.first?.id == id)
    #expect(picker.press(.tab, .off) == .chosen)
    #expect(picker.ids == [id])
    #expect(!picker.isOpen)
  }

  @Test func severalAreChosenAndTheLastGoesAgain() throws {
    var picker = try Self.picker(.entries(.units), several: true)
    Self.type("ubbg", in: &picker)
    #expect(picker.press(.enter, .off) == .chosen)
    Self.type("đba,", in: &picker)
    #expect(picker.ids == ["ubbgqg", "vu-dba"])
    // What is chosen is not suggested again.
    Self.type("ubbg", in: &picker)
    #expect(!picker.suggestions.contains { $0.id == "ubbgqg" })
    _ = picker.press(.control("u"), .off)
    #expect(picker.press(.backspace, .off) == .chosen)
    #expect(picker.ids == ["ubbgqg"])
    #expect(picker.press(.enter, .off) == .unused)
  }

  @Test func arrowsChooseAmongSuggestions() throws {
    var picker = try Self.picker(.entries(.units))
    Self.type("vu", in: &picker)
    let second = picker.suggestions[1]
    _ = picker.press(.down, .off)
    _ = picker.press(.enter, .off)
    #expect(picker.chosen == [second])
    #expect(picker.text == second.name)
  }

  @Test func wordsThatNothingFitsAreNotTakenUnlessTheyMayStand() throws {
    var strict = try Self.picker(.entries(.units))
    Self.type("zzzz", in: &strict)
    #expect(strict.press(.enter, .off) == .unused)
    #expect(strict.isOpen)
    var free = try Self.picker(.tags, several: true, free: true)
    Self.type("cửa khẩu", in: &free)
    #expect(free.press(.enter, .off) == .chosen)
    #expect(free.ids == ["cửa khẩu"])
  }

  @Test func anotherTextUnchoosesTheOne() throws {
    let choice = Picker.Choice(id: "vu-dba", name: "Vụ Đông Bắc Á")
    var picker = Picker(chosen: [choice])
    #expect(!picker.isOpen)
    #expect(picker.press(.backspace, .off) == .chosen)
    #expect(picker.ids.isEmpty)
    _ = picker.press(.control("u"), .off)
    #expect(!picker.isOpen)
  }
}
