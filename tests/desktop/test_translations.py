# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word of the windows is translated into every language, and no translation breaks what the program puts into it."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "translations"
LANGUAGES = ("ru", "tr", "zh_CN", "en")
FORMS = {"ru": 3, "tr": 1, "zh_CN": 1, "en": 2}
NUMBERS_ONLY = ("en",)  # the sources speak it; its file holds the texts with a number alone
PLACE = re.compile(r"%(?:L?\d+|n)")
TAG = re.compile(r"</?\w+[^<>]*>")
MNEMONIC = re.compile(r"&(?!&|\w+;)(?=\w)")


def messages(path):
    """{(context, source, comment): element of the translation}"""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            found[name, message.findtext("source") or "", message.findtext("comment") or ""] = message.find("translation")
    return found


def texts(translation):
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def fault(source, translation, language):
    """What is wrong with one translation; None when nothing is."""
    if translation.get("type"):
        return f"is {translation.get('type')}"
    forms = texts(translation)
    if translation.findall("numerusform") and len(forms) != FORMS[language]:
        return f"has {len(forms)} plural forms, not {FORMS[language]}"
    for text in forms:
        if not text.strip():
            return "is empty"
        if set(PLACE.findall(source)) - {"%n"} != set(PLACE.findall(text)) - {"%n"}:
            return f"has other places: {text}"
        if sorted(TAG.findall(source)) != sorted(TAG.findall(text)):
            return f"has other tags: {text}"
        if len(MNEMONIC.findall(source)) != len(MNEMONIC.findall(text)):
            return f"has another number of mnemonics: {text}"
        if source.endswith("...") != text.endswith("..."):
            return f"does not end as the source does: {text}"
        if (source[:1].isspace(), source[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
            return f"has other spaces at its ends: {text!r}"
    return None


class Translations(unittest.TestCase):
    def test_complete(self):
        with tempfile.TemporaryDirectory() as scratch:
            for language in LANGUAGES:
                shutil.copy(FOLDER / f"latchkey_{language}.ts", scratch)
            subprocess.run([FOLDER / "update", scratch], check=True, capture_output=True)
            numbers = {key for key, translation in messages(FOLDER / "latchkey_ru.ts").items() if translation.findall("numerusform")}
            self.assertGreater(len(numbers), 10)
            for language in LANGUAGES:
                with self.subTest(language):
                    kept = messages(FOLDER / f"latchkey_{language}.ts")
                    now = messages(pathlib.Path(scratch) / f"latchkey_{language}.ts")
                    if language in NUMBERS_ONLY:
                        others = [key for key, translation in kept.items() if not translation.findall("numerusform")]
                        self.assertEqual([], others, "is no text with a number")
                        self.assertEqual(numbers, set(kept), "its texts with a number are not those of the others")
                    else:
                        self.assertGreater(len(now), 300)
                    self.assertEqual([], sorted(set(now) - set(kept)), "not translated yet: run translations/update")
                    self.assertEqual([], sorted(set(kept) - set(now)), "no longer said: run translations/update")
                    wrong = [(key, why) for key, translation in kept.items() if (why := fault(key[1], translation, language))]
                    self.assertEqual([], wrong)

    def test_marked_words_are_found(self):
        """lupdate passes over a marked text inside a call that it takes for its own tr()."""
        marked = re.compile(r'QT_TRANSLATE_NOOP\(\s*"(\w+)",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
        known = messages(FOLDER / "latchkey_ru.ts")
        missed = []
        for path in (ROOT / "src").rglob("*.cpp"):
            for context, literals in marked.findall(path.read_text(encoding="utf-8")):
                text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals)).replace('\\"', '"').replace("\\n", "\n")
                if (context, text, "") not in known:
                    missed.append((path.name, text))
        self.assertEqual([], missed)

    def test_every_file_is_a_language_that_is_checked(self):
        self.assertEqual(sorted(f"latchkey_{language}.ts" for language in LANGUAGES), sorted(p.name for p in FOLDER.glob("*.ts")))

    def test_it_sees_faults(self):
        for source, text in (("Save %1", "Sichern"), ("<b>x</b>", "<i>x</i>"), ("&Save", "Sichern"), ("Open...", "Auf"), ("x", ""),
                             ("x ", "y"), ("a && b", "&a")):
            self.assertIsNotNone(fault(source, ET.fromstring(f"<translation>{text.replace('&', '&amp;').replace('<', '&lt;')}</translation>"),
                                       "ru"), source)
        self.assertIsNotNone(fault("x", ET.fromstring('<translation type="unfinished">y</translation>'), "ru"))
        self.assertIsNotNone(fault("%n keys", ET.fromstring("<translation><numerusform>%n</numerusform></translation>"), "ru"))
        self.assertIsNotNone(fault("%n keys", ET.fromstring("<translation><numerusform>%n key</numerusform></translation>"), "en"))
        self.assertIsNone(fault("&Open %1...", ET.fromstring("<translation>打开 %1(&amp;O)...</translation>"), "zh_CN"))


if __name__ == "__main__":
    sys.argv[1:] = ["-v"]
    unittest.main()
