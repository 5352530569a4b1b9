import App
import Model
import Store
import Terminal
import Vietnamese

/// Why a command ends without having done what it was asked: what to say, and the exit code.
struct Failure: Error, Equatable {
  enum Code: Int32 {
    case refused = 1
    case usage = 2
    case nothingMatched = 3
  }

  let lines: [String]
  let code: Int32

  init(_ lines: [String], _ code: Code = .refused) {
    self.lines = lines
    self.code = code.rawValue
  }

  init(_ words: Words, _ language: Language, _ code: Code = .refused) {
    self.init([words(language)], code)
  }
}

/// Turns what the store refuses into sentences.
struct StoreSentence: Sendable {
  let language: Language
  let registry: Registry
  /// How far the reader's clock is east of UTC, in seconds.
  let secondsEast: Int
  /// Where it will be read.
  var surface = Surface.commandLine

  func callAsFunction(_ error: StoreError) -> String { words(error)(language) }

  func words(_ error: StoreError) -> Words {
    switch error {
    case .problem(let problem): return problem.words(on: surface)
    case .refused(let code, let error):
      let words = error.words(naming: registry, on: surface)
      return Words("\(code): \(words.vi)", "\(code): \(words.en)")
    case .undoConflict(let conflict): return conflict.words(secondsEast: secondsEast, on: surface)
    case .incomplete(let index, let fields):
      return CommandWords.ofLine(index + 1, CommandWords.stillMissing(fields))
    case .review(let error): return error.words(naming: registry, on: surface)
    case .secretMark(let index, let mark):
      return CommandWords.ofLine(index + 1, mark.refusal(on: surface))
    case .mergeStays(let obstacle): return obstacle.words
    case .nothingToUndo: return CommandWords.nothingToUndo
    case .nothingToRedo: return CommandWords.nothingToRedo
    }
  }
}
