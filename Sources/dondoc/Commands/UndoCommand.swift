import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc undo`: takes back the last change.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Hoàn tác thay đổi gần nhất / Take back the last change")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    try changing.finish(deed: CommandWords.undone) { (store, signature) throws(StoreError) in
      try store.undo(as: signature)
    }
  }
}

/// `dondoc redo`: does again what was taken back.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Làm lại điều vừa hoàn tác / Do again what was taken back")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    try changing.finish(deed: CommandWords.redone) { (store, signature) throws(StoreError) in
      try store.redo(as: signature)
    }
  }
}
