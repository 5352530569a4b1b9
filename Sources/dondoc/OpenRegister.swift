import App
import Model
import Store
import Vietnamese

/// A register that a command has read.
struct OpenRegister {
  let store: RegisterStore
  let register: Register
  let problems: [RegisterProblem]
  let context: CommandContext
  private let workingDays: WorkingDays
  /// Which waits of the ladder are over today. Reads the days off of this year.
  let round: ChaseRound

  /// - Throws: Why there is no register to be read there.
  init(_ context: CommandContext) throws(Failure) {
    self.context = context
    let folder = try OpenRegister.folder(context)
    do throws(RegisterProblem) {
      store = try RegisterStore(folder, indexes: context.indexFolder)
    } catch {
      throw Failure(error.words, context.language)
    }
    let days = WorkingDays(store.folder)
    workingDays = days
    round = ChaseRound(
      today: context.today, ladder: store.profile.ladder, isWorked: { days.isWorked($0) })
    var (register, problems) = store.load()
    if let moment = context.pastMoment {
      let past = store.past(asOf: moment)
      for update in past.updates { register.place(update.chunk, in: update.slot) }
      problems += past.problems
    }
    (self.register, self.problems) = (register, problems)
  }

  /// The folder of the register that is meant.
  static func folder(_ context: CommandContext) throws(Failure) -> String {
    if let named = context.namedFolder { return named }
    let usual = context.surroundings.usualFolder()
    guard RegisterFolder.isRegister(usual) else {
      throw Failure(CommandWords.noRegister(usual), context.language)
    }
    return usual
  }

  var queryContext: QueryContext {
    QueryContext(today: context.today, limits: store.profile.dueSoon, round: round)
  }

  func isWorked(_ day: Day) -> Bool? { workingDays.isWorked(day) }

  /// What a query finds, in register order.
  func places(_ query: [String]) throws(Failure) -> [RowPlace] {
    places(try parsed(query))
  }

  func places(_ query: Query) -> [RowPlace] {
    Matcher(query, in: register, context: queryContext).places(in: register)
  }

  /// The query in the words of a command line.
  func parsed(_ query: [String]) throws(Failure) -> Query {
    let text = nfc(query.joined(separator: " "))
    do throws(QueryError) {
      return try QueryParser(registry: register.registry).parse(text)
    } catch {
      throw Failure(error.pointer(in: text) + [error.words(context.language)], .usage)
    }
  }

  func followUp(at place: RowPlace) -> FollowUp? {
    (try? record(at: place)).flatMap { try? FollowUp($0.fields) }
  }

  /// Says which years' days off were needed and are not known.
  func complainOfHolidays() {
    guard !round.unknownYears.isEmpty else { return }
    Output.complain(context.say(CommandWords.holidaysUnknown(round.unknownYears)))
  }

  var sentence: StoreSentence {
    StoreSentence(
      language: context.language, registry: store.registry,
      secondsEast: context.surroundings.secondsEast())
  }

  func englishTitles(of places: [RowPlace]) -> [String?] {
    guard let moment = context.pastMoment else { return store.englishTitles(of: places) }
    return store.englishTitles(of: places, in: register, asOf: moment)
  }

  /// Says what is wrong with the files, on standard error.
  func complain() {
    for problem in problems { Output.complain(context.say(problem.words)) }
  }

  /// Ends with exit code 1 if something is wrong with the files, when all else is done.
  func endWithProblems() throws(Failure) {
    complain()
    if problems.contains(where: { !$0.isWarning }) { throw Failure([]) }
  }
}

// MARK: - Codes

extension OpenRegister {
  /// The place of the one record with this code, in any case.
  func place(ofCode typed: String) throws(Failure) -> RowPlace {
    let code = nfc(typed).uppercased()
    var places: [RowPlace] = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      let wanted = Array(code.utf8)
      for (index, row) in chunk.allRows.enumerated()
      where chunk.text.part(row.code.range, is: wanted) {
        places.append(RowPlace(slot: slot, index: index))
      }
    }
    guard let place = places.first else {
      let nearest = Nearest.of(code, among: codes)
      throw Failure(CommandWords.unknownCode(typed, nearest: nearest), context.language)
    }
    guard places.count == 1 else { throw Failure(CommandWords.sharedCode(code), context.language) }
    return place
  }

  private var codes: [String] {
    register.chunks.compactMap(\.self).flatMap { chunk in chunk.allRows.map(chunk.code) }
  }

  func address(ofCode typed: String) throws(Failure) -> RecordAddress {
    let place = try place(ofCode: typed)
    guard let (chunk, row) = register.row(at: place) else {
      throw Failure(CommandWords.unknownCode(typed, nearest: nil), context.language)
    }
    return RecordAddress(slot: Int(place.slot), key: chunk.key(row))
  }

  /// The records of several codes, each once.
  func addresses(ofCodes typed: [String]) throws(Failure) -> [RecordAddress] {
    var addresses: [RecordAddress] = []
    for code in typed {
      let address = try address(ofCode: code)
      guard !addresses.contains(address) else {
        throw Failure(CommandWords.twoCodes, context.language, .usage)
      }
      addresses.append(address)
    }
    guard !addresses.isEmpty else {
      throw Failure(CommandWords.noCode, context.language, .usage)
    }
    return addresses
  }

  /// A record, and behind one that is merged those that it goes on as.
  func withTargets(_ record: Record) throws(Failure) -> [Record] {
    var records = [record]
    while let key = records.last?.fields[.mergedInto].text,
      !records.contains(where: { $0.key == key }), let place = register.place(ofKey: key)
    {
      records.append(try self.record(at: place))
    }
    return records
  }

  func record(at place: RowPlace) throws(Failure) -> Record {
    guard let (chunk, row) = register.row(at: place) else {
      throw Failure(RegisterProblem.recordGone(code: "?").words, context.language)
    }
    do throws(RegisterProblem) {
      let (slot, key) = (Int(place.slot), chunk.key(row))
      guard let moment = context.pastMoment else { return try store.record(slot: slot, key: key) }
      return try store.record(slot: slot, key: key, asOf: moment)
    } catch {
      throw Failure(error.words, context.language)
    }
  }
}
