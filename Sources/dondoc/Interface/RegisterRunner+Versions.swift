import App
import Model
import Store

/// Former versions, for the interface: read on the worker, for they are whole files.
extension RegisterRunner {
  func listVersions() {
    let (store, mailbox) = (store, mailbox)
    worker.post { mailbox.post(.versions(.listed(store.generations().map(\.version)))) }
  }

  /// Each is told as soon as it was read.
  func compareVersions(_ names: [String]) {
    let (store, mailbox) = (store, mailbox)
    for name in names {
      worker.post {
        let difference = store.generation(named: name).flatMap { try? store.difference(of: $0) }
        mailbox.post(.versions(.compared([ComparedVersion(name: name, difference: difference)])))
      }
    }
  }

  func planRestoring(_ name: String) {
    let (store, mailbox, sentence) = (store, mailbox, language)
    worker.post {
      guard let generation = store.generation(named: name) else {
        return mailbox.post(.versions(.listed(store.generations().map(\.version))))
      }
      do throws(StoreError) {
        mailbox.post(.versions(.planned(try store.restoringPlan(generation))))
      } catch {
        mailbox.post(.refused(sentence: sentence(error)))
      }
    }
  }

  func restoreVersion(_ name: String) {
    change(.change) { (store, signature) throws(StoreError) in
      guard let generation = store.generation(named: name) else {
        throw .problem(.recordGone(code: name))
      }
      return try store.restore(generation, as: signature)
    }
  }
}
