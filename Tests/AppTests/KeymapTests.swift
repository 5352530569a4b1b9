import App
import Foundation
import Terminal
import Testing
import Vietnamese

@Suite struct KeymapTests {
  @Test func everyCommandHasAKeyAndNoKeyTwoCommands() {
    let keys = Keymap.standard.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(!keys.contains([]))
    #expect(Set(Keymap.standard.bindings.map(\.command)) == Set(Command.allCases))
  }

  @Test func noKeyIsTheBeginningOfAnother() {
    let keys = Keymap.standard.bindings.flatMap(\.keys)
    for long in keys where long.count > 1 {
      #expect(!keys.contains(Array(long.dropLast())), "\(Keymap.name(long))")
    }
  }

  @Test func backspaceIsBoundToNothing() {
    #expect(Keymap.standard.answer(to: [.backspace]) == .nothing)
  }

  @Test func aSequenceIsWaitedFor() {
    #expect(Keymap.standard.answer(to: [.character("g")]) == .prefix)
    #expect(Keymap.standard.answer(to: [.character("g"), .character("g")]) == .command(.top))
    #expect(Keymap.standard.answer(to: [.character("g"), .character("x")]) == .nothing)
  }

  @Test(arguments: Language.allCases)
  func thePageInDocsIsTheTable(language: Language) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let name = language == .vi ? "docs/keys.md" : "docs/keys.en.md"
    let kept = try String(contentsOf: root.appending(path: name), encoding: .utf8)
    #expect(kept == Keymap.document(language), "run: make docs")
  }
}
