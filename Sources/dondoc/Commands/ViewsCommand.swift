import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc views`: the saved views, with their counts; adds, renames and removes them.
struct ViewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "views",
    abstract: "Chế độ xem đã lưu / Saved views",
    discussion: """
      dondoc views
      dondoc views add 'Biên giới quá hạn' 'linhvuc:"biên giới" quá-hạn'
      dondoc views rename 'Biên giới quá hạn' 'BG quá hạn'
      dondoc views remove 'BG quá hạn'
      dondoc list --view 'BG quá hạn'
      Chung cho mọi người dùng sổ này, hoặc riêng với --own. / Shared by all who use the register, \
      or your own with --own.
      """,
    subcommands: [List.self, Add.self, Rename.self, Remove.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Liệt kê / List them")

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let context = try CommandContext(options)
      let opened = try OpenRegister(context)
      let news = ViewFiles(opened.store.folder, context.surroundings).read()
      let lines = ViewLine.all(news, opened)
      if context.isJSON {
        Output.write(ViewLine.json(lines))
      } else {
        for line in lines { Output.print(row: line.text(context.language)) }
      }
      try Output.flush()
      for line in lines {
        if let fault = line.fault { Output.complain(context.say(fault.words(of: line.view))) }
      }
      for problem in news.problems { Output.complain(context.say(problem.words)) }
      try opened.endWithProblems()
      if !news.problems.isEmpty { throw Failure([]) }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Lưu một câu tìm / Save a query")

    @Argument(help: ArgumentHelp("Tên / Its name.", valueName: "name")) var name: String
    @Argument(help: ArgumentHelp("Câu tìm / What it finds.", valueName: "query"))
    var query: [String] = []

    @Option(
      help: ArgumentHelp(
        "Sắp xếp / Sort by: register, due, code, title, lead, status, updated, priority.",
        valueName: "key"))
    var sort: String?

    @Flag(name: .customLong("reverse"), help: "Đảo thứ tự / The other way round.")
    var isReversed = false

    @Option(
      help: ArgumentHelp(
        "Nhóm theo / Group by: \(Grouping.allCases.map(\.rawValue).joined(separator: ", ")).",
        valueName: "field"))
    var group: String?

    @OptionGroup var home: HomeOption
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let editing = try Editing(options, home)
      let language = editing.context.language
      let text = nfc(query.joined(separator: " "))
      do throws(QueryError) {
        _ = try QueryParser(registry: editing.store.registry).parse(text)
      } catch {
        throw Failure(error.pointer(in: text) + [error.words(language)], .usage)
      }
      let words = TypedWords(language: language)
      let key = try sort.map { sort throws(Failure) in try words.sortKey(nfc(sort)) }
      let grouping = try group.map { group throws(Failure) in try words.grouping(nfc(group)) }
      let view = SavedView(
        nfc(name), query: text,
        sorting: Sorting(by: key ?? .register, isDescending: isReversed), grouping: grouping)
      try editing.perform(.add(view), Words("Đã lưu", "Saved"))
    }
  }

  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename", abstract: "Đổi tên / Give one another name")

    @Argument(help: ArgumentHelp("Tên cũ / Its name.", valueName: "name")) var name: String
    @Argument(help: ArgumentHelp("Tên mới / Its new name.", valueName: "new")) var new: String
    @OptionGroup var home: HomeOption
    @OptionGroup var options: GlobalOptions

    func run() throws {
      try Editing(options, home).perform(
        .rename(nfc(name), to: nfc(new)), Words("Đã đổi tên", "Renamed"))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Bỏ (các mục vẫn còn) / Remove one; its records stay")

    @Argument(help: ArgumentHelp("Tên / Its name.", valueName: "name")) var name: String
    @OptionGroup var home: HomeOption
    @OptionGroup var options: GlobalOptions

    func run() throws {
      try Editing(options, home).perform(.remove(nfc(name)), Words("Đã bỏ", "Removed"))
    }
  }
}

/// Whose views are meant.
struct HomeOption: ParsableArguments {
  @Flag(name: .customLong("own"), help: "Của riêng tôi / My own, not the register's.")
  var isOwn = false
}

/// What the commands that alter saved views share.
private struct Editing {
  let context: CommandContext
  let store: RegisterStore
  private let home: ViewHome

  init(_ options: GlobalOptions, _ home: HomeOption) throws(Failure) {
    context = try CommandContext(options)
    self.home = home.isOwn ? .own : .shared
    let folder = try OpenRegister.folder(context)
    do throws(RegisterProblem) {
      store = try RegisterStore(folder)
    } catch {
      throw Failure(error.words, context.language)
    }
  }

  func perform(_ edit: SavedViewEdit, _ deed: Words) throws(Failure) {
    let files = ViewFiles(store.folder, context.surroundings)
    do throws(ViewsError) {
      _ = try files.change(edit, in: home)
    } catch {
      switch error {
      case .problem(let problem): throw Failure(problem.words, context.language)
      case .refused(let error): throw Failure(error.words, context.language)
      }
    }
    if context.isJSON {
      var json = JSONText()
      json.openObject()
      json.member("schema")
      json.text("dondoc.viewChange/1")
      json.member("home")
      json.text(home.rawValue)
      json.member("name")
      json.text(edit.name)
      json.closeObject()
      json.newLine()
      Output.write(json.bytes)
    } else {
      Output.print("\(context.say(deed)): \(edit.name) (\(context.say(home.words)))")
    }
  }
}

extension SavedViewEdit {
  /// The name the view has afterwards.
  fileprivate var name: String {
    switch self {
    case .add(let view): view.name
    case .rename(_, let name), .remove(let name): name
    }
  }
}

/// A saved view in the output.
private struct ViewLine {
  let home: ViewHome
  let view: SavedView
  /// nil where the query is faulty.
  let count: Int?
  let fault: QueryError?

  static func all(_ news: SavedViewsNews, _ opened: OpenRegister) -> [ViewLine] {
    news.shared.map { ViewLine($0, .shared, opened) } + news.own.map { ViewLine($0, .own, opened) }
  }

  private init(_ view: SavedView, _ home: ViewHome, _ opened: OpenRegister) {
    (self.view, self.home) = (view, home)
    do throws(QueryError) {
      let query = try view.parsed(opened.register.registry)
      count =
        Matcher(query, in: opened.register, context: opened.queryContext)
        .places(in: opened.register).count
      fault = nil
    } catch {
      (count, fault) = (nil, error)
    }
  }

  func text(_ language: Language) -> String {
    let base = view.base == .all ? "" : view.base.words(language)
    let query = [base, view.query].filter { !$0.isEmpty }.joined(separator: " · ")
    let number = count.map(String.init) ?? "!"
    return Output.row([view.name, number, home.words(language), query])
  }

  static func json(_ lines: [ViewLine]) -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.views/1")
    json.member("views")
    json.openList()
    for line in lines {
      json.newLineBeforeElement()
      json.openObject()
      json.member("name")
      json.text(line.view.name)
      json.member("home")
      json.text(line.home.rawValue)
      json.member("view")
      json.text(line.view.base.rawValue)
      json.member("query")
      json.text(line.view.query)
      json.member("sort")
      json.text(line.view.sorting.key.rawValue)
      json.member("descending")
      json.bool(line.view.sorting.isDescending)
      json.member("group")
      json.text(line.view.grouping.rawValue)
      json.member("count")
      json.number(line.count)
      json.closeObject()
    }
    json.newLine()
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }
}
