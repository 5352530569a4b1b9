import App
import Foundation
import Terminal
import TestKit
import Testing
import Vietnamese

@Suite struct KeymapTests {
  @Test func everyCommandHasAKeyAndNoKeyTwoCommands() {
    for screen in [nil] + ScreenName.allCases.map(Optional.some) {
      let bindings = Keymap.standard.bindings.filter { $0.command.section.screen == screen }
      let keys = bindings.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
      #expect(!keys.contains([]))
    }
    #expect(Set(Keymap.standard.bindings.map(\.command)) == Set(Command.allCases))
  }

  @Test func noKeyIsTheBeginningOfAnother() {
    let keys = Keymap.standard.bindings.flatMap(\.keys)
    for long in keys where long.count > 1 {
      #expect(!keys.contains(Array(long.dropLast())), "\(Keymap.name(long))")
    }
  }

  @Test func onAScreenItsOwnKeysComeFirstAndThoseOfThePanesAreAsleep() {
    let keymap = Keymap.standard
    #expect(keymap.answer(to: [.character("x")]) == .command(.closeWithoutResult))
    #expect(keymap.answer(to: [.character("x")], on: .triage) == .command(.sendBack))
    #expect(keymap.answer(to: [.character("u")], on: .triage) == .command(.undo))
    #expect(keymap.answer(to: [.character("z")], on: .triage) == .nothing)
    #expect(
      keymap.answer(to: [.character("g"), .character("t")], on: .triage)
        == .command(.switchLanguage))
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

@Suite(.serialized) struct KeyPresetTests {
  @Test(arguments: KeyPreset.allCases)
  func everyCommandHasAKey(preset: KeyPreset) {
    let bindings = Keymap.preset(preset).bindings
    #expect(bindings.map(\.command) == Keymap.standard.bindings.map(\.command))
    for binding in bindings { #expect(!binding.keys.isEmpty, "\(binding.command)") }
  }

  @Test(arguments: KeyPreset.allCases)
  func noKeysAreInTheWayOfOthers(preset: KeyPreset) {
    let keys = Keymap.preset(preset).bindings.flatMap { binding in
      binding.keys.map { (command: binding.command, keys: $0) }
    }
    for (index, one) in keys.enumerated() {
      for other in keys[(index + 1)...] where other.command.isHeard(beside: one.command) {
        #expect(
          !Keymap.isClash(one.keys, other.keys),
          "\(Keymap.name(one.keys)) \(Keymap.name(other.keys))")
      }
    }
  }

  /// No command depends on `]`, which some input methods make of `w`; nor on keys that fail over
  /// some lines.
  @Test(arguments: KeyPreset.allCases)
  func everyCommandHasAKeyThatComesThrough(preset: KeyPreset) {
    for binding in Keymap.preset(preset).bindings {
      let safe = binding.keys.contains { keys in
        keys.allSatisfy { key in
          switch key {
          case .character(let character): character != "]" && character.isASCII
          case .control, .enter, .tab, .backTab, .escape: true
          case .alt, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete,
            .backspace, .function:
            false
          }
        }
      }
      let isArrow = preset == .mutt && binding.command == .paneRight
      #expect(safe || isArrow, "\(binding.command)")
    }
  }

  @Test(arguments: KeyPreset.allCases)
  func backspaceIsBoundToNothingAndEscGoesBack(preset: KeyPreset) {
    let keymap = Keymap.preset(preset)
    #expect(!keymap.bindings.contains { $0.keys.contains { $0.contains(.backspace) } })
    #expect(keymap.answer(to: [.escape]) == .command(.back))
    #expect(keymap.answer(to: [.control("c")]) == .command(.quitNow))
  }

  /// Every key of every preset, pressed in the list: nothing is asked to be written.
  @Test(arguments: KeyPreset.allCases)
  func noKeyAloneChangesARecord(preset: KeyPreset) throws {
    let keymap = Keymap.preset(preset)
    for binding in keymap.bindings where ![.undo, .redo].contains(binding.command) {
      for keys in binding.keys {
        var driver = try AppDriver(
          RealRegister.path, size: Size(rows: 36, columns: 120), keymap: keymap)
        for key in keys { driver.send(.key(key)) }
        let isHarmless = driver.effects.allSatisfy { effect in
          switch effect {
          case .quit, .reload, .copy, .editOutside, .prepareEntry, .findSimilar, .writeLetters,
            .countViews,
            .remember, .open,
            .review, .read, .versions, .compareVersions, .planRestoring:
            true
          case .act, .actOnMany, .preview, .create, .undo, .redo, .editViews, .travel,
            .closeReview, .restoreVersion:
            false
          }
        }
        #expect(isHarmless, "\(Keymap.name(keys)): \(driver.effects)")
      }
    }
  }

  @Test func thePresetsDoWhatTheirPeopleExpect() {
    #expect(Keymap.preset(.vim).answer(to: [.character("Z"), .character("Z")]) == .command(.quit))
    #expect(
      Keymap.preset(.vim).answer(to: [.character("g"), .character("t")]) == .command(.nextTab))
    #expect(Keymap.preset(.mutt).answer(to: [.character("l")]) == .command(.filter))
    #expect(Keymap.preset(.mutt).answer(to: [.character("=")]) == .command(.top))
  }
}
