// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialstore.h"

#include "support/testmain.h"
#include "vault/settings.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;

class TestCredentialRemoval final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<Home>();
        m_vault = m_home->create();
    }
    void cleanup() { m_vault.reset(); }

    void isGoneForEveryReader()
    {
        const QUuid id = add(QStringLiteral("a"));
        VERIFY_OK(store().release({{id, std::nullopt, {}}}, {})); // decoded once before
        const auto removed = store().removeForNow(id, auditEvent(QStringLiteral("credential-removed")));
        VERIFY_OK(removed);
        QCOMPARE(removed->name, QStringLiteral("a"));
        COMPARE_CODE(store().get(id), ErrorCode::NotFound);
        COMPARE_CODE(store().release({{id, std::nullopt, {}}}, {}), ErrorCode::NotFound);
        COMPARE_CODE(store().release({{id, 1, {}}}, {}), ErrorCode::NotFound);
        COMPARE_CODE(store().addVersion(id, newVersion({QStringLiteral("value=2")}), {}), ErrorCode::NotFound);
        COMPARE_CODE(store().update(*removed, {}), ErrorCode::NotFound);
        COMPARE_CODE(store().remove(id, {}), ErrorCode::NotFound);
        COMPARE_CODE(store().removeForNow(id, {}), ErrorCode::NotFound);
        QVERIFY(!store().find(QStringLiteral("a"))->has_value());
        QVERIFY(store().list()->isEmpty());
        const auto elsewhere = m_home->open();
        VERIFY_OK(elsewhere);
        vault::CredentialStore others(sessionOf(**elsewhere));
        QVERIFY(!others.find(QStringLiteral("a"))->has_value());
        COMPARE_CODE(others.release({{id, std::nullopt, {}}}, {}), ErrorCode::NotFound);
        QVERIFY(sessionOf(*m_vault).verifyEverything()->isEmpty());
    }

    void canBePutBack()
    {
        const QUuid id = add(QStringLiteral("a"));
        const auto before = store().get(id);
        VERIFY_OK(store().removeForNow(id, {}));
        const auto back = store().putBack(id, auditEvent(QStringLiteral("credential-put-back")));
        VERIFY_OK(back);
        QCOMPARE(back->attributes, before->attributes);
        QCOMPARE(back->updatedAtMs, before->updatedAtMs);
        QVERIFY(store().find(QStringLiteral("A"))->has_value());
        QCOMPARE(value(id), QByteArray("1"));
        COMPARE_CODE(store().putBack(id, {}), ErrorCode::NotFound);
        QVERIFY(vault::Settings(sessionOf(*m_vault)).all()->isEmpty());
        // It is no longer on the list of what is to be deleted.
        VERIFY_OK(store().purgeRemoved(m_home->clock.nowMs() + 1, {}));
        QCOMPARE(value(id), QByteArray("1"));
    }

    void itsNameIsFree()
    {
        const QUuid first = add(QStringLiteral("a"));
        VERIFY_OK(store().removeForNow(first, {}));
        const QUuid second = add(QStringLiteral("A"));
        COMPARE_CODE(store().putBack(first, {}), ErrorCode::AlreadyExists);
        VERIFY_OK(store().removeForNow(second, {}));
        VERIFY_OK(store().putBack(first, {}));
        QCOMPARE(store().list()->size(), 1);
    }

    void purgingDeletesWhatIsDue()
    {
        const QUuid early = add(QStringLiteral("early"));
        const QUuid late = add(QStringLiteral("late"));
        const QUuid kept = add(QStringLiteral("kept"));
        const qsizetype rows = rowCount();
        VERIFY_OK(store().removeForNow(early, {}));
        const std::int64_t then = m_home->clock.nowMs();
        m_home->clock.advance(1000);
        VERIFY_OK(store().removeForNow(late, {}));
        const std::uint64_t counter = changes();
        VERIFY_OK(store().purgeRemoved(then - 1, {}));
        QCOMPARE(changes(), counter); // nothing due, nothing written
        VERIFY_OK(store().purgeRemoved(then, auditEvent(QStringLiteral("credential-purged"))));
        COMPARE_CODE(store().putBack(early, {}), ErrorCode::NotFound);
        VERIFY_OK(store().putBack(late, {}));
        QCOMPARE(value(late), QByteArray("1"));
        QCOMPARE(value(kept), QByteArray("1"));
        QCOMPARE(rowCount(), rows - 2 + 1); // description and version went, the settings row came
        QVERIFY(sessionOf(*m_vault).verifyEverything()->isEmpty());
    }

private:
    vault::CredentialStore store() { return vault::CredentialStore(sessionOf(*m_vault)); }
    QUuid add(const QString &name)
    {
        const auto added = store().add(named(name), newVersion({QStringLiteral("value=1")}), {});
        return added ? added->id : QUuid();
    }
    QByteArray value(const QUuid &id)
    {
        const auto out = store().release({{id, std::nullopt, {}}}, {});
        return out ? base::toByteArray(out->front().at(QStringLiteral("value")).exposeBytes()) : QByteArray();
    }
    qsizetype rowCount()
    {
        qsizetype rows = 0;
        vault::Session &session = sessionOf(*m_vault);
        const auto counted = session.read([&] {
            return session.integrity().visit([&rows](const vault::ports::RecordRow &) -> base::Result<void> {
                ++rows;
                return {};
            });
        });
        return counted ? rows : -1;
    }
    std::uint64_t changes() { return sessionOf(*m_vault).integrity().root().counter; }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<vault::Vault> m_vault;
};

LATCHKEY_TEST_MAIN(TestCredentialRemoval)
#include "tst_credentialremoval.moc"
