import Model
import Store
import Testing

/// The store takes in the data as it does any register.
struct LoadingTests {
  @Test func theStoreLoadsTheDataWithoutAProblem() throws {
    let store = try RegisterStore(Repository.path("Data"))
    #expect(store.registryProblems == [])
    #expect(store.registry.programmes.count == 5)
    #expect(store.profile.provinces == ["quang-ninh", "quang-ngai", "toan-quoc", "nghe-an"])
    #expect(store.profile.dueSoon.usual == 7)
    #expect(store.profile.dueSoon.events == 30)
    #expect(store.files.count == 5)
    let (register, problems) = store.load()
    #expect(problems == [])
    let chunks = register.chunks.compactMap { $0 }
    #expect(chunks.reduce(0) { $0 + $1.rows.count } == 185)
    #expect(chunks.flatMap(\.strays) == [])
  }
}
