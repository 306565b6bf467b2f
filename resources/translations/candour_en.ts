<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>BeforeStartPage</name>
    <message numerus="yes">
        <source>You can have %n more working days to ask your union or anybody else. No reason is asked, and it looks like any other extension.</source>
        <translation>
            <numerusform>You can have %n more working day to ask your union or anybody else. No reason is asked, and it looks like any other extension.</numerusform>
            <numerusform>You can have %n more working days to ask your union or anybody else. No reason is asked, and it looks like any other extension.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message numerus="yes">
        <source>%n declarations.</source>
        <translation>
            <numerusform>%n declaration.</numerusform>
            <numerusform>%n declarations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n questions about your own accounts, phone and e-mail. About 10 minutes here, plus the time with your apps.</source>
        <translation>
            <numerusform>%n question about your own accounts, phone and e-mail. About 10 minutes here, plus the time with your apps.</numerusform>
            <numerusform>%n questions about your own accounts, phone and e-mail. About 10 minutes here, plus the time with your apps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions about the school’s accounts, because you post for the school.</source>
        <translation>
            <numerusform>%n question about the school’s accounts, because you post for the school.</numerusform>
            <numerusform>%n questions about the school’s accounts, because you post for the school.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostPage</name>
    <message numerus="yes">
        <source>Wait %n seconds</source>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfPage</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleColumnsPage</name>
    <message numerus="yes">
        <source>%n rows, read as {encoding}.</source>
        <translation>
            <numerusform>%n row, read as {encoding}.</numerusform>
            <numerusform>%n rows, read as {encoding}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n people are here.</source>
        <translation>
            <numerusform>%n person is here.</numerusform>
            <numerusform>%n people are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New codes for %n people</source>
        <translation>
            <numerusform>New codes for %n person</numerusform>
            <numerusform>New codes for %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people match</source>
        <translation>
            <numerusform>%n person matches</numerusform>
            <numerusform>%n people match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhoneCover</name>
    <message numerus="yes">
        <source>%n minutes left. Then this locks; your answers stay.</source>
        <translation>
            <numerusform>%n minute left. Then this locks; your answers stay.</numerusform>
            <numerusform>%n minutes left. Then this locks; your answers stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message numerus="yes">
        <source>%n days left.</source>
        <translation>
            <numerusform>%n day left.</numerusform>
            <numerusform>%n days left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people match</source>
        <translation>
            <numerusform>%n person matches</numerusform>
            <numerusform>%n people match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUpPeoplePage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUpReadyPage</name>
    <message numerus="yes">
        <source>%n people have not signed in yet.</source>
        <translation>
            <numerusform>%n person has not signed in yet.</numerusform>
            <numerusform>%n people have not signed in yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slips saved, good until {day}</source>
        <translation>
            <numerusform>%n slip saved, good until {day}</numerusform>
            <numerusform>%n slips saved, good until {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>Wait %n seconds</source>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That does not match. Try again in %n seconds.</source>
        <translation>
            <numerusform>That does not match. Try again in %n second.</numerusform>
            <numerusform>That does not match. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message numerus="yes">
        <source>You have signed. %n things to do, the first by {day}.</source>
        <translation>
            <numerusform>You have signed. %n thing to do by {day}.</numerusform>
            <numerusform>You have signed. %n things to do, the first by {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due in %n days</source>
        <translation>
            <numerusform>Due in %n day</numerusform>
            <numerusform>Due in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StillThereDialog</name>
    <message numerus="yes">
        <source>This locks in %n seconds. Your answers are kept. Press any key to stay signed in.</source>
        <translation>
            <numerusform>This locks in %n second. Your answers are kept. Press any key to stay signed in.</numerusform>
            <numerusform>This locks in %n seconds. Your answers are kept. Press any key to stay signed in.</numerusform>
        </translation>
    </message>
</context>
</TS>
