// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretjson.h"

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

#include <openssl/crypto.h>

#include <new>

namespace base {

namespace {

namespace json = boost::json;

/// Boost.JSON memory that lives in the secure heap and is wiped when freed.
class SecureResource final : public json::memory_resource {
    void *do_allocate(std::size_t bytes, std::size_t) override
    {
        // The buddy allocator aligns every block to its own power-of-two size: alignment is always met.
        void *block = OPENSSL_secure_malloc(bytes);
        if (block == nullptr)
            throw std::bad_alloc();
        return block;
    }
    void do_deallocate(void *block, std::size_t bytes, std::size_t) override { OPENSSL_secure_clear_free(block, bytes); }
    bool do_is_equal(const memory_resource &other) const noexcept override { return this == &other; }
};

Result<SecretFields> fieldsOf(const json::value &value)
{
    const json::object *object = value.if_object();
    if (object == nullptr)
        return fail(ErrorCode::InvalidJson, QStringLiteral("an object is expected"));
    SecretFields fields;
    for (const auto &item : *object) {
        const json::string *text = item.value().if_string();
        const QString name = QString::fromUtf8(item.key().data(), static_cast<qsizetype>(item.key().size()));
        if (text == nullptr)
            return fail(ErrorCode::InvalidJson, QStringLiteral("every value must be a string"));
        LATCHKEY_TRY(SecretBytes copy, SecretBytes::copyOf(std::string_view(text->data(), text->size())));
        fields.emplace(name, std::move(copy));
    }
    return fields;
}

/// Counts the members that the text has, so that duplicates (which Boost.JSON merges) can be refused.
class MemberCounter {
public:
    static constexpr std::size_t max_object_size = 1000;
    static constexpr std::size_t max_array_size = 1000;
    static constexpr std::size_t max_key_size = 1000;
    static constexpr std::size_t max_string_size = 1u << 20;
    std::size_t members = 0;

    // The names are Boost.JSON's handler interface. NOLINTBEGIN(readability-identifier-naming)
    bool on_document_begin(json::error_code &) { return true; }
    bool on_document_end(json::error_code &) { return true; }
    bool on_object_begin(json::error_code &) { return true; }
    bool on_object_end(std::size_t, json::error_code &) { return true; }
    bool on_array_begin(json::error_code &) { return true; }
    bool on_array_end(std::size_t, json::error_code &) { return true; }
    bool on_key_part(json::string_view, std::size_t, json::error_code &) { return true; }
    bool on_key(json::string_view, std::size_t, json::error_code &)
    {
        ++members;
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, json::error_code &) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code &) { return true; }
    bool on_number_part(json::string_view, json::error_code &) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code &) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code &) { return true; }
    bool on_double(double, json::string_view, json::error_code &) { return true; }
    bool on_bool(bool, json::error_code &) { return true; }
    bool on_null(json::error_code &) { return true; }
    bool on_comment_part(json::string_view, json::error_code &) { return true; }
    bool on_comment(json::string_view, json::error_code &) { return true; }
    // NOLINTEND(readability-identifier-naming)
};

std::size_t countMembers(json::string_view text)
{
    json::basic_parser<MemberCounter> parser{json::parse_options{}};
    json::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    return parser.handler().members;
}

} // namespace

Result<SecretFields> parseSecretObject(const SecretBytes &text)
{
    try {
        SecureResource resource;
        json::error_code error;
        const json::string_view input(text.exposeText().data(), text.size());
        const json::value value = json::parse(input, error, &resource);
        if (error)
            return fail(ErrorCode::InvalidJson);
        LATCHKEY_TRY(SecretFields fields, fieldsOf(value));
        if (countMembers(input) != fields.size())
            return fail(ErrorCode::InvalidJson, QStringLiteral("a name stands twice"));
        return fields;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfSecureMemory);
    }
}

Result<SecretBytes> writeSecretObject(const SecretFields &fields)
{
    try {
        SecureResource resource;
        SecretBuilder out;
        LATCHKEY_CHECK(out.append("{"));
        bool first = true;
        for (const auto &[name, value] : fields) {
            if (!first)
                LATCHKEY_CHECK(out.append(","));
            first = false;
            const QByteArray utf8Name = name.toUtf8();
            const std::array<std::string_view, 2> parts{
                std::string_view(utf8Name.constData(), static_cast<std::size_t>(utf8Name.size())), value.exposeText()};
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const json::value text(json::string(parts[i], &resource));
                json::serializer serializer;
                serializer.reset(&text);
                LATCHKEY_TRY(SecretBytes buffer, SecretBytes::allocate(1024));
                while (!serializer.done()) {
                    const json::string_view piece = serializer.read(
                        reinterpret_cast<char *>(buffer.exposeForWriting().data()), buffer.size());
                    LATCHKEY_CHECK(out.append(std::string_view(piece.data(), piece.size())));
                }
                if (i == 0)
                    LATCHKEY_CHECK(out.append(":"));
            }
        }
        LATCHKEY_CHECK(out.append("}"));
        return out.take();
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfSecureMemory);
    }
}

Result<SecretFields> cloneFields(const SecretFields &fields)
{
    SecretFields out;
    for (const auto &[name, value] : fields) {
        LATCHKEY_TRY(SecretBytes copy, value.clone());
        out.emplace(name, std::move(copy));
    }
    return out;
}

} // namespace base
