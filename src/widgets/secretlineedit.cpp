// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/secretlineedit.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringEncoder>

#include <array>

namespace widgets {

namespace {

/// The longest secret that is typed: PEM keys are pasted into a field of their own.
constexpr int kMaxLength = 16384;

void wipeShared(const QString &text)
{
    // The QString shares its buffer with the widget; writing through it wipes the widget's own copy.
    base::wipe({reinterpret_cast<unsigned char *>(const_cast<QChar *>(text.constData())), // NOLINT: that is the point
                static_cast<std::size_t>(text.size()) * sizeof(QChar)});
}

/// Wipes a string from the clipboard, unless it is the clipboard's own: what this very program put there is shared.
void wipeCopy(const QString &text)
{
    if (text.isDetached())
        wipeShared(text);
}

/// UTF-16 to UTF-8 without a Qt string in between.
base::Result<base::SecretBytes> toUtf8(QStringView text)
{
    LATCHKEY_TRY(base::SecretBytes out, base::SecretBytes::allocate(static_cast<std::size_t>(text.size()) * 3));
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    char *begin = reinterpret_cast<char *>(out.exposeForWriting().data());
    const char *end = encoder.appendToBuffer(begin, text);
    out.shrink(static_cast<std::size_t>(end - begin));
    return out;
}

/// A screen reader learns the name and that something is there, not how much and not what.
class SecretAccessible final : public QAccessibleWidget {
public:
    explicit SecretAccessible(QWidget *widget) : QAccessibleWidget(widget, QAccessible::EditableText) {}

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        return state;
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? QString() : QAccessibleWidget::text(kind);
    }
};

/// Several lines, or what may be a JSON object.
bool clipboardHoldsBlock()
{
    const QString text = QGuiApplication::clipboard()->text();
    const QStringView trimmed = QStringView(text).trimmed();
    const bool block = trimmed.contains(QLatin1Char('\n')) || trimmed.startsWith(QLatin1Char('{'));
    wipeCopy(text);
    return block;
}

class InnerEdit final : public QLineEdit {
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;
    /// The buffer itself, not a copy: callers wipe it in place.
    [[nodiscard]] QString sharedText() const { return text(); }

protected:
    void contextMenuEvent(QContextMenuEvent *) override {}
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    if (className == QLatin1StringView(InnerEdit::staticMetaObject.className()))
        return new SecretAccessible(qobject_cast<QWidget *>(object));
    return nullptr;
}

} // namespace

SecretLineEdit::SecretLineEdit(QWidget *parent) : QWidget(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    makeInner();
}

SecretLineEdit::~SecretLineEdit()
{
    wipeShared(static_cast<InnerEdit *>(m_inner)->sharedText());
}

void SecretLineEdit::makeInner()
{
    const bool hadFocus = m_inner != nullptr && m_inner->hasFocus();
    QLineEdit *old = m_inner;
    if (old != nullptr) {
        old->removeEventFilter(this);
        old->disconnect(this);
        layout()->removeWidget(old);
    }
    m_inner = new InnerEdit(this);
    m_inner->setObjectName(QStringLiteral("secret"));
    m_inner->setEchoMode(QLineEdit::Password);
    m_inner->setMaxLength(kMaxLength);
    m_inner->setDragEnabled(false);
    m_inner->setAcceptDrops(false);
    m_inner->setContextMenuPolicy(Qt::NoContextMenu);
    m_inner->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    m_inner->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_inner->setPlaceholderText(m_placeholder);
    m_inner->setAccessibleName(m_fieldName);
    m_inner->installEventFilter(this);
    connect(m_inner, &QLineEdit::textChanged, this, [this] { Q_EMIT edited(); });
    // Queued: whoever submits calls take(), which deletes the inner edit; it must not still be in its key handler then.
    connect(m_inner, &QLineEdit::returnPressed, this, &SecretLineEdit::returnPressed, Qt::QueuedConnection);
    layout()->addWidget(m_inner);
    m_inner->show(); // a layout shows it later, and what is hidden does not take the focus
    if (old != nullptr) {
        setTabOrder(old, m_inner); // while both are there: a new child would come last
        delete old;                // at once, not later: its undo history is a complete copy of the text
    }
    setFocusProxy(m_inner);
    if (hadFocus)
        m_inner->setFocus();
}

bool SecretLineEdit::isEmpty() const
{
    return m_inner->text().isEmpty();
}

base::Result<base::SecretBytes> SecretLineEdit::peek() const
{
    const QString shared = static_cast<const InnerEdit *>(m_inner)->sharedText();
    LATCHKEY_TRY(base::SecretBytes out, toUtf8(shared));
    out.maskInLogs();
    return out;
}

base::Result<base::SecretBytes> SecretLineEdit::take()
{
    auto out = peek();
    wipe();
    return out;
}

void SecretLineEdit::wipe()
{
    const bool hadText = !isEmpty();
    wipeShared(static_cast<InnerEdit *>(m_inner)->sharedText());
    makeInner();
    if (hadText)
        Q_EMIT edited();
}

void SecretLineEdit::restore(const base::SecretBytes &draft)
{
    wipe();
    const std::string_view utf8 = draft.exposeText();
    // The edit takes the string itself, so the only copy is wiped with the edit.
    m_inner->setText(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

void SecretLineEdit::paste()
{
    m_inner->paste();
    QMetaObject::invokeMethod(this, &SecretLineEdit::pasted, Qt::QueuedConnection);
}

base::Result<base::SecretBytes> SecretLineEdit::clipboardText()
{
    const QString text = QGuiApplication::clipboard()->text();
    auto out = toUtf8(text);
    wipeCopy(text);
    return out;
}

void SecretLineEdit::setPlaceholderText(const QString &text)
{
    m_placeholder = text;
    m_inner->setPlaceholderText(text);
}

void SecretLineEdit::setFieldName(const QString &name)
{
    m_fieldName = name;
    m_inner->setAccessibleName(name);
}

QSize SecretLineEdit::sizeHint() const
{
    return m_inner->sizeHint();
}

QSize SecretLineEdit::minimumSizeHint() const
{
    return m_inner->minimumSizeHint();
}

bool SecretLineEdit::swallowKey(QEvent *event)
{
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Paste)) {
        if (event->type() == QEvent::KeyPress && m_takesBlocks && clipboardHoldsBlock()) {
            QMetaObject::invokeMethod(this, &SecretLineEdit::blockPasted, Qt::QueuedConnection);
            return true;
        }
        if (event->type() == QEvent::KeyPress)
            QMetaObject::invokeMethod(this, &SecretLineEdit::pasted, Qt::QueuedConnection);
        return false;
    }
    constexpr std::array kRefused{QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Copy, QKeySequence::Cut};
    for (const QKeySequence::StandardKey refused : kRefused) {
        if (key->matches(refused)) {
            event->accept();
            return true;
        }
    }
    return false;
}

bool SecretLineEdit::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        return swallowKey(event);
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::Drop:
        return true;
    case QEvent::MouseButtonRelease:
        // The middle button would paste the primary selection, which is nobody's intention here.
        return static_cast<QMouseEvent *>(event)->button() == Qt::MiddleButton;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void SecretLineEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange)
        m_inner->setEnabled(isEnabled());
    QWidget::changeEvent(event);
}

} // namespace widgets

#include "secretlineedit.moc"
