// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/formnotes.h"
#include "presentation/llmfacts.h"
#include "presentation/undoableremoval.h"
#include "service/secrets.h"

#include <functional>

namespace presentation {

/// The form of one provider's settings, new or stored: what it shows, and what its buttons do. Keys pass through and are never
/// kept here. GUI thread.
class LlmEditor final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        service::LlmSettings &settings;
        service::LlmChecks &checks;
        service::Secrets &secrets;
        service::Removals &removals;
        std::chrono::milliseconds undoTime = UndoableRemoval::kUsual; ///< for so long a removal can be undone
    };
    explicit LlmEditor(Parts parts, QObject *parent = nullptr);

    /// New settings of a provider (a catalogue id).
    void startNew(const QString &providerId);
    void show(const service::LlmSummary &settings);
    void clear();

    [[nodiscard]] const llm::ProviderInfo *provider() const noexcept { return m_provider; }
    /// nullptr while new.
    [[nodiscard]] const service::LlmSummary *settings() const noexcept { return m_settings ? &*m_settings : nullptr; }
    [[nodiscard]] bool isNew() const noexcept { return m_provider != nullptr && !m_settings; }
    [[nodiscard]] bool isBusy() const noexcept { return m_work != Work::None; }
    /// What was typed is on its way into the vault, or out of it: it is no draft any more.
    [[nodiscard]] bool isStoring() const noexcept { return m_work == Work::Storing; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }
    [[nodiscard]] QString title() const;
    /// What the form tells about the settings beside their title.
    [[nodiscard]] LlmFacts facts() const noexcept { return {m_provider, settings()}; }
    /// What the server has, as it told last; of the settings that are shown.
    [[nodiscard]] const QStringList &models() const noexcept { return m_models; }

    /// Stores what was typed (an empty key stays as it is), then asks the provider. An error in `fields` is shown.
    void save(const QString &accountName, const LlmTexts &texts, base::Result<base::SecretFields> fields);
    void checkNow();
    /// Asks the server that is typed for its models; nothing is stored.
    void loadModels(const QString &accountName, const LlmTexts &texts, base::Result<base::SecretFields> fields);
    /// From now on programs get these settings.
    void useThis();
    /// Gone for programs at once; the strip offers to undo it for a while (StripMessage::Action::Undo).
    void remove();
    /// What a strip's button asks for.
    void perform(StripMessage::Action action);
    /// Reads the stored key, audited, and hands it over unless other settings are shown by then. A refusal stands in the strip.
    void reveal(service::Secrets::Shown where, std::function<void(base::SecretBytes)> show);
    void tell(FormNote note);

Q_SIGNALS:
    void changed();
    /// The key's field is to be emptied; `name` is what is stored.
    void saved(const QString &name);
    void removed();
    void putBack(const QString &name);
    /// A field error; `field` takes the focus.
    void fieldRefused(const QString &field, const QString &words);
    void checkingChanged(const QString &name, bool checking);

private:
    [[nodiscard]] QString nameProblem(const QString &accountName) const;
    [[nodiscard]] service::LlmChange changeFrom(const QString &accountName, const LlmTexts &texts) const;
    template<typename T, typename Fn>
    void whileShown(const base::Async<T> &future, Fn fn);
    enum class Work { None, Asking, Storing };
    void begin(const QString &what, Work work);
    void undoRemoval();
    void undoTimeIsOver();
    void fail(const base::Error &error);
    void afterStore(const vault::Credential &credential);
    void showOutcome(const service::LlmOutcome &outcome, bool saving);
    void keepModels(const QList<llm::Model> &models);
    [[nodiscard]] static StripMessage messageFor(const llm::ProviderReport &report, const service::LlmPlace &place,
                                                 bool saving);
    [[nodiscard]] service::LlmPlace placeOf(const service::LlmSummary &settings) const;

    Parts m_parts;
    service::LlmChecks &m_checks;
    UndoableRemoval m_removal;
    const llm::ProviderInfo *m_provider = nullptr;
    std::optional<service::LlmSummary> m_settings;
    StripMessage m_message;
    QStringList m_models;
    Work m_work = Work::None;
    quint64 m_shown = 0; ///< grows when other settings, or none, are shown: answers about the former ones are dropped
};

} // namespace presentation
