import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// What most changes may be told: the day they happened, and why.
struct DayAndReason: ParsableArguments {
  @Option(help: ArgumentHelp("Ngày của việc này / The day it happened.", valueName: "date"))
  var on: String?

  @Option(help: "Vì sao / Why it is done so; kept in the history.")
  var why: String?

  var reason: String? { why.map(nfc) }

  func day(_ context: CommandContext) throws(Failure) -> Day {
    guard let on else { return context.today }
    return try context.dates.day(on, option: "--on")
  }

  /// - Throws: Where something is to be passed over and nobody says why.
  func check(force: Bool, _ context: CommandContext) throws(Failure) {
    if force && (why ?? "").isEmpty {
      throw Failure(CommandWords.forceNeedsWhy, context.language, .usage)
    }
  }
}

/// What the commands share that show what they would do before they do it.
struct TrialOptions: ParsableArguments {
  @Flag(name: .customLong("dry-run"), help: "Chỉ xem trước → sau / Only show before → after.")
  var isTrial = false

  /// Shows before → after; false where that was all that was asked for.
  func show(_ planned: [PlannedChange], _ opened: OpenRegister) -> Bool {
    let preview = PlannedText(opened, planned)
    if opened.context.isJSON {
      if isTrial { Output.write(preview.json()) }
    } else {
      preview.print()
    }
    return !isTrial
  }
}

extension OpenRegister {
  /// What `action` would do to each of the records. Nothing is written.
  func planned(
    _ action: Action, on addresses: [RecordAddress], force: Bool = false
  ) throws(Failure) -> [PlannedChange] {
    do throws(StoreError) {
      return try store.preview(
        action, on: addresses, as: context.surroundings.signature(), force: force)
    } catch {
      throw Failure([sentence(error)])
    }
  }
}
