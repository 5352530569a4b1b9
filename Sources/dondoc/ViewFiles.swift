import App
import Model
import Store
import Synchronization
import Vietnamese

/// The saved views of a register and the person's own, and what was last told of them.
final class ViewFiles: Sendable {
  private let shared: ViewsFile
  private let own: ViewsFile
  private let language: Language
  private let told = Mutex<SavedViewsNews?>(nil)

  init(_ folder: RegisterFolder, _ surroundings: Surroundings) {
    shared = ViewsFile(register: folder)
    own = ViewsFile(folder: surroundings.configFolder)
    language = surroundings.language
  }

  func say(_ words: Words) -> String { words(language) }

  /// As they are kept now; a file that cannot be used is a problem, and has no views.
  func read() -> SavedViewsNews {
    var news = SavedViewsNews(shared: [], own: [])
    func views(_ file: ViewsFile) -> [SavedView] {
      do throws(RegisterProblem) {
        return try file.read()
      } catch {
        news.problems.append(error)
        return []
      }
    }
    news.shared = views(shared)
    news.own = views(own)
    return news
  }

  /// nil where nothing has changed since it was last told.
  func news() -> SavedViewsNews? {
    let news = read()
    return told.withLock { told in
      if told == news || told == nil && news == SavedViewsNews(shared: [], own: []) { return nil }
      told = news
      return news
    }
  }

  func change(_ edit: SavedViewEdit, in home: ViewHome) throws(ViewsError) -> SavedViewsNews {
    switch home {
    case .shared: _ = try shared.change(edit)
    case .own: _ = try own.change(edit)
    }
    var news = read()
    told.withLock { $0 = news }
    (news.deed, news.home) = (edit, home)
    return news
  }
}

/// A view that a command line names: a standard one, or one that was saved.
struct NamedView {
  let query: Query
  let sorting: Sorting

  /// - Throws: That there is no such view, or what is wrong with its query.
  init(_ typed: String, _ opened: OpenRegister) throws(Failure) {
    let (name, language) = (nfc(typed), opened.context.language)
    if let view = StandardView.named(name) {
      (query, sorting) = (view.query, view.sorting)
      return
    }
    let news = ViewFiles(opened.store.folder, opened.context.surroundings).read()
    for problem in news.problems { Output.complain(problem.words(language)) }
    let view: SavedView
    do throws(SavedViewError) {
      let all =
        news.own
        + news.shared.filter { shared in
          !news.own.contains { $0.name == shared.name }
        }
      view = all[try SavedViewEdit.index(of: name, in: all)]
    } catch {
      throw Failure(error.words, language)
    }
    do throws(QueryError) {
      query = try view.parsed(opened.register.registry)
    } catch {
      throw Failure(
        error.pointer(in: view.query) + [error.words(of: view)(language)], .usage)
    }
    sorting = view.sorting
  }
}
