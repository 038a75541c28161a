<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SetupSummary</name>
    <message numerus="yes">
        <source>Latchkey also locks by itself: after %n minutes without use, with the screen, and before the computer sleeps.</source>
        <translation>
            <numerusform>Latchkey also locks by itself: after %n minute without use, with the screen, and before the computer sleeps.</numerusform>
            <numerusform>Latchkey also locks by itself: after %n minutes without use, with the screen, and before the computer sleeps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::ActivityController</name>
    <message numerus="yes">
        <source>%n entries, none of them changed or missing.</source>
        <translation>
            <numerusform>%n entry, not changed.</numerusform>
            <numerusform>%n entries, none of them changed or missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were exported.</source>
        <translation>
            <numerusform>%n entry was exported.</numerusform>
            <numerusform>%n entries were exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::BackupController</name>
    <message numerus="yes">
        <source>%n credentials, read again and compared: %1.</source>
        <translation>
            <numerusform>%n credential, read again and compared: %1.</numerusform>
            <numerusform>%n credentials, read again and compared: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::LockingController</name>
    <message numerus="yes">
        <source>Latchkey locks in %n s.</source>
        <translation>
            <numerusform>Latchkey locks in %n s.</numerusform>
            <numerusform>Latchkey locks in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::RestoreController</name>
    <message numerus="yes">
        <source>%n credentials, as they were on %1.</source>
        <translation>
            <numerusform>%n credential, as it was on %1.</numerusform>
            <numerusform>%n credentials, as they were on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credentials.</source>
        <translation>
            <numerusform>%n credential.</numerusform>
            <numerusform>%n credentials.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::UnlockController</name>
    <message numerus="yes">
        <source>%n programs still hold keys they were given at start.</source>
        <translation>
            <numerusform>%n program still holds a key it was given at start.</numerusform>
            <numerusform>%n programs still hold keys they were given at start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presentation::VaultPresenter</name>
    <message numerus="yes">
        <source>Locks after %n minutes idle.</source>
        <translation>
            <numerusform>Locks after %n minute idle.</numerusform>
            <numerusform>Locks after %n minutes idle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ActivityPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newest entries; more come as you scroll</source>
        <translation>
            <numerusform>%n newest entry; more come as you scroll</numerusform>
            <numerusform>%n newest entries; more come as you scroll</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message numerus="yes">
        <source>Copied. The clipboard is emptied in %n s.</source>
        <translation>
            <numerusform>Copied. The clipboard is emptied in %n s.</numerusform>
            <numerusform>Copied. The clipboard is emptied in %n s.</numerusform>
        </translation>
    </message>
</context>
</TS>
